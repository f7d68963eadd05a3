import { Router } from 'express';
import { signedIn } from '../session.js';

export function journalRouter(pool) {
  const router = Router();
  router.use(signedIn);

  router.get('/', async (req, res) => {
    const { rows } = await pool.query(
      'SELECT id, plot, note, sown_at, photo_key FROM journal WHERE gardener_id = $1 ORDER BY sown_at DESC LIMIT 200',
      [req.gardener.id],
    );
    res.json(rows);
  });

  router.get('/:entryId', async (req, res) => {
    const { rows } = await pool.query(
      'SELECT id, plot, note, sown_at, photo_key FROM journal WHERE id = $1 AND gardener_id = $2',
      [req.params.entryId, req.gardener.id],
    );
    const [entry] = rows;
    if (!entry) return res.sendStatus(404);
    res.json(entry);
  });

  router.post('/', async (req, res) => {
    const { plot, note = '', sownAt = null } = req.body;
    const { rows } = await pool.query(
      'INSERT INTO journal (gardener_id, plot, note, sown_at) VALUES ($1, $2, $3, $4) RETURNING id',
      [req.gardener.id, plot, note, sownAt],
    );
    res.status(201).json(rows[0]);
  });

  return router;
}
