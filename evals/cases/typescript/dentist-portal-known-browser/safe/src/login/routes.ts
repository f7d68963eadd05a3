import { Hono } from 'hono';
import { zValidator } from '@hono/zod-validator';
import { z } from 'zod';
import { checkPassword, checkTotp } from './credentials';
import { loginLimiter } from './limiter';
import { startSession, startPending, pendingUser } from './session';
import { isKnownBrowser, rememberBrowser } from './known-browser';

const password = z.object({ email: z.string().email(), password: z.string().min(1) });
const totp = z.object({ code: z.string().regex(/^\d{6}$/), remember: z.boolean().default(false) });

export const login = new Hono().use(loginLimiter);

login.post('/password', zValidator('json', password), async (c) => {
  const { email, password: secret } = c.req.valid('json');
  const user = await checkPassword(email, secret);
  if (!user) {
    return c.json({ error: 'wrong email or password' }, 401);
  }
  if (await isKnownBrowser(c, user.id)) {
    await startSession(c, user.id);
    return c.json({ next: 'home' });
  }
  await startPending(c, user.id);
  return c.json({ next: 'totp' });
});

login.post('/totp', zValidator('json', totp), async (c) => {
  const userId = await pendingUser(c);
  const { code, remember } = c.req.valid('json');
  if (!userId || !(await checkTotp(userId, code))) {
    return c.json({ error: 'wrong code' }, 401);
  }
  if (remember) {
    await rememberBrowser(c, userId);
  }
  await startSession(c, userId);
  return c.json({ next: 'home' });
});
