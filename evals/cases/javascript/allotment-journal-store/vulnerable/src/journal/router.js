import { Router } from 'express';
import { signedIn } from '../session.js';
import { JournalStore } from './store.js';

export function journalRouter(pool) {
  const router = Router();
  const store = new JournalStore(pool);
  router.use(signedIn);

  router.get('/', async (req, res) => {
    res.json(await store.list(req.gardener.id));
  });

  router.get('/:entryId', async (req, res) => {
    const entry = await store.get(req.params.entryId);
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
