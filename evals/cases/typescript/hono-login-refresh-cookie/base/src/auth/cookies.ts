import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

const SESSION = '__Host-session';

export function startSession(c: Context, sessionId: string): void {
  setCookie(c, SESSION, sessionId, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    maxAge: 30 * 60,
  });
}

export function endSession(c: Context): void {
  deleteCookie(c, SESSION, { path: '/', secure: true });
}
