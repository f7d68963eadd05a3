import { Hono } from 'hono';
import { layouts } from '../store.js';
import { requireAccount } from '../auth.js';
import { setIn } from '../lib/set-in.js';

const app = new Hono();

app.use(requireAccount);

app.get('/', async (c) => c.json(await layouts.load(c.get('account').id)));

app.put('/', async (c) => {
  const layout = await c.req.json();
  await layouts.save(c.get('account').id, layout);
  return c.body(null, 204);
});

app.patch('/', async (c) => {
  const { path, value } = await c.req.json();
  if (typeof path !== 'string' || path.length > 200) {
    return c.json({ error: 'path' }, 400);
  }
  const account = c.get('account');
  const layout = setIn(await layouts.load(account.id), path, value);
  await layouts.save(account.id, layout);
  return c.json(layout);
});

export default app;
