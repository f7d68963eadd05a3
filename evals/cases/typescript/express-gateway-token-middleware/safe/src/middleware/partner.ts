import type { NextFunction, Request, Response } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';

import { PartnerDirectory } from '../partners/directory';

const ISSUER = process.env.TOKEN_ISSUER ?? 'https://login.freightlink.example/';
const AUDIENCE = 'partner-gateway';

const keys = createRemoteJWKSet(new URL('.well-known/jwks.json', ISSUER));

function bearer(req: Request): string | undefined {
  const [scheme, value] = (req.get('authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' ? value : undefined;
}

/** The partner id is a claim of the token: no need for a userinfo round trip. */
async function partnerIdFor(token: string): Promise<string | undefined> {
  const { payload } = await jwtVerify(token, keys, {
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: ['RS256'],
  });
  return payload.partner_id as string | undefined;
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
