import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

const SESSION = '__Host-session';
const REFRESH = '__Secure-refresh';

export function startSession(c: Context, sessionId: string): void {
  setCookie(c, SESSION, sessionId, {
    path: '/',
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    maxAge: 30 * 60,
  });
}

export function rememberDevice(c: Context, refreshToken: string, days = 30): void {
  setCookie(c, REFRESH, refreshToken, {
    path: '/auth/refresh',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    maxAge: days * 24 * 3600,
  });
}

export function endSession(c: Context): void {
  deleteCookie(c, SESSION, { path: '/', secure: true });
  deleteCookie(c, REFRESH, { path: '/auth/refresh', secure: true });
}
