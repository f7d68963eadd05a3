import type { NextFunction, Request, Response } from 'express';
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

async function byApiKey(value: string): Promise<Caller | null> {
  const key = await apiKeys.findByValue(value);
  return key ? { subject: key.owner, scopes: new Set(key.scopes) } : null;
}

export async function identify(req: Request, res: Response, next: NextFunction): Promise<void> {
  const key = req.get('x-api-key');
  const caller = key ? await byApiKey(key) : null;
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
