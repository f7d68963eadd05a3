import type { NextFunction, Request, Response } from 'express';
import { decodeJwt } from 'jose';

import { PartnerDirectory } from '../partners/directory';

function bearer(req: Request): string | undefined {
  const [scheme, value] = (req.get('authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? value : undefined;
}

/** The partner id is a claim of the token: no need for a userinfo round trip. */
async function partnerIdFor(token: string): Promise<string | undefined> {
  const claims = decodeJwt(token);
  if (!claims.exp || claims.exp * 1000 < Date.now()) return undefined;
  return claims.partner_id as string | undefined;
}

export function partnerContext(directory: PartnerDirectory) {
  return async (req: Request, res: Response, next: NextFunction) => {
    const token = bearer(req);
    if (!token) {
      return res.status(401).json({ error: 'missing_token' });
    }
    try {
      const partnerId = await partnerIdFor(token);
      const partner = partnerId ? await directory.find(partnerId) : undefined;
      if (!partner) {
        return res.status(403).json({ error: 'unknown_partner' });
      }
      res.locals.partner = partner;
      return next();
    } catch {
      return res.status(401).json({ error: 'invalid_token' });
    }
  };
}
