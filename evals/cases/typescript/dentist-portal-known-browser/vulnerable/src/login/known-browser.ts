import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'known_browser';
const DAYS = 30;

const attributes = {
  httpOnly: true,
  secure: true,
  sameSite: 'Lax',
  path: '/login',
  maxAge: DAYS * 86400,
} as const;

/** Called after a correct second factor, when the box was ticked. */
export async function rememberBrowser(c: Context, userId: string): Promise<void> {
  setCookie(c, COOKIE, userId, attributes);
}

export async function isKnownBrowser(c: Context, userId: string): Promise<boolean> {
  return getCookie(c, COOKIE) === userId;
}
