import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import { rememberedLogins } from '../stores/remembered-logins';

const COOKIE = 'remember';
const LIFETIME_MS = 60 * 24 * 60 * 60 * 1000;

const newToken = (): string =>
  Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');

const fingerprint = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Stores a hash of the token only; the token itself lives in the cookie. */
export async function remember(res: Response, accountId: string): Promise<void> {
  const token = newToken();
  await rememberedLogins.add({
    accountId,
    hash: fingerprint(token),
    expiresAt: new Date(Date.now() + LIFETIME_MS),
  });
  res.cookie(COOKIE, token, { maxAge: LIFETIME_MS, sameSite: 'lax', path: '/' });
}

export async function recall(req: Request): Promise<string | null> {
  const token: unknown = req.cookies[COOKIE];
  if (typeof token !== 'string') return null;
  const login = await rememberedLogins.findByHash(fingerprint(token));
  return login && login.expiresAt > new Date() ? login.accountId : null;
}
