import type { NextFunction, Request, Response } from 'express';

import { PartnerDirectory } from '../partners/directory';

const ISSUER = process.env.TOKEN_ISSUER ?? 'https://login.freightlink.example/';

function bearer(req: Request): string | undefined {
  const [scheme, value] = (req.get('authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? value : undefined;
}

/** Asks the issuer who the caller is. */
async function partnerIdFor(token: string): Promise<string | undefined> {
  const answer = await fetch(new URL('userinfo', ISSUER), {
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!answer.ok) return undefined;
  const { partner_id: partnerId } = (await answer.json()) as { partner_id?: string };
  return partnerId;
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
