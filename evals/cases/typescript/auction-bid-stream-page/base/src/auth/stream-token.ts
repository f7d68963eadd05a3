import jwt from 'jsonwebtoken';
import { keys } from './keys';

export class StreamTokenError extends Error {}

/** The bidder of a stream token. */
export function bidderOf(token: string): string {
  try {
    const claims = jwt.verify(token, keys.streamPublic, { algorithms: ['ES256'], audience: 'bid-stream' });
    if (typeof claims === 'string' || !claims.sub) {
      throw new StreamTokenError('Token without a subject');
    }
    return claims.sub;
  } catch (err) {
    throw new StreamTokenError('Token refused', { cause: err });
  }
}
