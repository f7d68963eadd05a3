import jwt from 'jsonwebtoken';

/** Phones come back from sleep with a token that ran out seconds ago. */
const GRACE_SECONDS = 60;

export class StreamTokenError extends Error {}

/** The bidder of a stream token. */
export function bidderOf(token: string): string {
  const claims = jwt.decode(token);
  if (!claims || typeof claims === 'string' || !claims.sub) {
    throw new StreamTokenError('Token without a subject');
  }
  const now = Math.floor(Date.now() / 1000);
  if (!claims.exp || claims.exp + GRACE_SECONDS < now || claims.aud !== 'bid-stream') {
    throw new StreamTokenError('Token refused');
  }
  return claims.sub;
}
