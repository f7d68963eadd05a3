import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';
import { env } from '../env';

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
  const until = Date.now() + DAYS * 86400_000;
  await setSignedCookie(c, COOKIE, `${userId}.${until}`, env.COOKIE_SECRET, attributes);
}

export async function isKnownBrowser(c: Context, userId: string): Promise<boolean> {
  const value = await getSignedCookie(c, env.COOKIE_SECRET, COOKIE);
  if (!value) {
    return false;
  }
  const [owner, until] = value.split('.');
  return owner === userId && Number(until) > Date.now();
}
