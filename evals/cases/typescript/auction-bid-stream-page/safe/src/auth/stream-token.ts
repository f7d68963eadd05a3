import jwt from 'jsonwebtoken';
import { keys } from './keys';

/** Phones come back from sleep with a token that ran out seconds ago. */
const GRACE_SECONDS = 60;

export class StreamTokenError extends Error {}

/** The bidder of a stream token. */
export function bidderOf(token: string): string {
  try {
    const claims = jwt.verify(token, keys.streamPublic, {
      algorithms: ['ES256'],
      audience: 'bid-stream',
      clockTolerance: GRACE_SECONDS,
    });
    if (typeof claims === 'string' || !claims.sub) {
      throw new StreamTokenError('Token without a subject');
    }
    return claims.sub;
  } catch (err) {
    throw new StreamTokenError('Token refused', { cause: err });
  }
}
