import { Hono } from 'hono';
import { partner } from './middleware/partner.js';
import { pool } from './db.js';

export const app = new Hono();

app.get('/health', (c) => c.json({ ok: true }));

app.use('/v1/*', partner);

app.get('/v1/quotas', async (c) => {
  const { rows } = await pool.query(
    'SELECT product, remaining FROM quotas WHERE partner_id = $1 ORDER BY product',
    [c.get('partner').id],
  );
  return c.json(rows);
});
