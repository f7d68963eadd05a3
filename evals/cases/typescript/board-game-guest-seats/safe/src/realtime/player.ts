import { readFileSync } from 'node:fs';
import jwt, { type JwtPayload } from 'jsonwebtoken';

/** Who sits at a table, or looks on. */
export interface Player {
  id: string;
  name: string;
  guest: boolean;
}

const ACCOUNTS = 'https://accounts.tabletop.example';
const GUESTS = 'https://guests.tabletop.example';
const AUDIENCE = 'tables';

const accountsKey = readFileSync(process.env.ACCOUNTS_PUBLIC_KEY ?? '/etc/tables/accounts.pem');
const guestsKey = readFileSync(process.env.GUESTS_PUBLIC_KEY ?? '/etc/tables/guests.pem');

function toPlayer(claims: JwtPayload, guest: boolean): Player {
  if (!claims.sub) {
    throw new Error('token without subject');
  }
  return { id: claims.sub, name: String(claims.name ?? 'Somebody').slice(0, 40), guest };
}

export function playerFromToken(token: string): Player {
  const guest = jwt.decode(token, { json: true })?.iss === GUESTS;
  const verified = jwt.verify(token, guest ? guestsKey : accountsKey, {
    algorithms: ['RS256'],
    issuer: guest ? GUESTS : ACCOUNTS,
    audience: AUDIENCE,
  }) as JwtPayload;
  return toPlayer(verified, guest);
}
