import { Hono } from 'hono';
import { layouts } from '../store.js';
import { requireAccount } from '../auth.js';

const app = new Hono();

app.use(requireAccount);

app.get('/', async (c) => c.json(await layouts.load(c.get('account').id)));

app.put('/', async (c) => {
  const layout = await c.req.json();
  await layouts.save(c.get('account').id, layout);
  return c.body(null, 204);
});

export default app;
