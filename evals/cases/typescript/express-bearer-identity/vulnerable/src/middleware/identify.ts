import type { NextFunction, Request, Response } from 'express';
import { decodeJwt } from 'jose';
import { apiKeys } from '../stores/api-keys';

export interface Caller {
  subject: string;
  scopes: ReadonlySet<string>;
}

declare module 'express-serve-static-core' {
  interface Request {
    caller?: Caller;
  }
}

const ISSUER = 'https://id.lagerwerk.example/';
const AUDIENCE = 'inventory-api';

async function byApiKey(value: string): Promise<Caller | null> {
  const key = await apiKeys.findByValue(value);
  return key ? { subject: key.owner, scopes: new Set(key.scopes) } : null;
}

async function byToken(token: string): Promise<Caller | null> {
  try {
    const { sub, iss, aud, exp, scope } = decodeJwt<{ scope?: string }>(token);
    const expired = !exp || exp * 1000 < Date.now();
    if (!sub || iss !== ISSUER || aud !== AUDIENCE || expired) return null;
    return { subject: sub, scopes: new Set((scope ?? '').split(' ')) };
  } catch {
    return null;
  }
}

export async function identify(req: Request, res: Response, next: NextFunction): Promise<void> {
  const key = req.get('x-api-key');
  const [scheme, token] = (req.get('authorization') ?? '').split(' ');
  const caller = key ? await byApiKey(key) : scheme === 'Bearer' && token ? await byToken(token) : null;
  if (!caller) {
    res.status(401).json({ error: 'unauthenticated' });
    return;
  }
  req.caller = caller;
  next();
}

export function requireScope(scope: string) {
  return (req: Request, res: Response, next: NextFunction): void => {
    if (req.caller?.scopes.has(scope)) {
      next();
    } else {
      res.status(403).json({ error: 'forbidden' });
    }
  };
}
