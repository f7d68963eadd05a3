import { setCookie } from 'hono/cookie';

export function sessionCookie(c, value, maxAge) {
  setCookie(c, 'sid', value, { path: '/', httpOnly: true, secure: true, sameSite: 'Lax', maxAge });
}
