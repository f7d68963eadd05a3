import { createHmac, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const HEADER = 'x-scan-signature';

const sign = (key: string, body: Buffer): Buffer => createHmac('sha256', key).update(body).digest();

function matches(key: string, body: Buffer, given: string): boolean {
  const expected = sign(key, body);
  const actual = Buffer.from(given, 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Stands behind express.raw(), since the bytes as sent are signed. */
export function signedBy(key: string): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const given = req.get(HEADER);
    if (!given || !matches(key, req.body as Buffer, given)) {
      res.sendStatus(401);
      return;
    }
    next();
  };
}
