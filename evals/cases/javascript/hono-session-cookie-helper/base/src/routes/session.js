import { Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { verifyPassword } from '../auth/passwords.js';
import { sessions } from '../auth/sessions.js';
import { users } from '../users.js';
import { limitByAddress } from '../middleware/limit.js';

const DAY = 24 * 3600;

export const session = new Hono();

session.post('/login', limitByAddress(10), async (c) => {
  const { email, password } = await c.req.json();
  const user = await users.byEmail(String(email));
  if (!(await verifyPassword(user, String(password)))) {
    return c.json({ message: 'wrong address or password' }, 401);
  }
  const sid = await sessions.create(user.id, DAY);
  setCookie(c, 'sid', sid, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    maxAge: DAY,
  });
  return c.json({ name: user.name });
});

session.post('/logout', async (c) => {
  const sid = getCookie(c, 'sid');
  if (sid) await sessions.destroy(sid);
  deleteCookie(c, 'sid', { path: '/' });
  return c.body(null, 204);
});

session.get('/me', async (c) => {
  const user = await sessions.userOf(getCookie(c, 'sid'));
  return user ? c.json({ name: user.name, email: user.email }) : c.json({ message: 'not signed in' }, 401);
});
