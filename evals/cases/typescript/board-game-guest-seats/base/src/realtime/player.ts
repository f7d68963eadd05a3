import { readFileSync } from 'node:fs';
import jwt, { type JwtPayload } from 'jsonwebtoken';

/** Who sits at a table, or looks on. */
export interface Player {
  id: string;
  name: string;
  guest: boolean;
}

const ACCOUNTS = 'https://accounts.tabletop.example';
const AUDIENCE = 'tables';

const accountsKey = readFileSync(process.env.ACCOUNTS_PUBLIC_KEY ?? '/etc/tables/accounts.pem');

function toPlayer(claims: JwtPayload, guest: boolean): Player {
  if (!claims.sub) {
    throw new Error('token without subject');
  }
  return { id: claims.sub, name: String(claims.name ?? 'Somebody').slice(0, 40), guest };
}

export function playerFromToken(token: string): Player {
  const claims = jwt.verify(token, accountsKey, {
    algorithms: ['RS256'],
    issuer: ACCOUNTS,
    audience: AUDIENCE,
  }) as JwtPayload;
  return toPlayer(claims, false);
}
