import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { csrf } from 'hono/csrf';
import { z } from 'zod';
import { addEntry, latest } from './store';
import { wall } from './views';

const entry = z.object({
  author: z.string().min(1).max(60),
  text: z.string().min(1).max(2000),
});

export const guestbook = new Hono()
  .use(csrf())
  .get('/', async (c) => c.html(wall(await latest(50))))
  .post('/', zValidator('form', entry), async (c) => {
    await addEntry(c.req.valid('form'));
    return c.redirect('/guestbook', 303);
  });
