import { ALGORITHMS, type AlgorithmName } from './algorithms';

export class TokenError extends Error {
  override name = 'TokenError';
}

export interface Claims {
  sub: string;
  iss: string;
  exp: number;
  [claim: string]: unknown;
}

export interface VerifyOptions {
  algorithm: AlgorithmName;
  /** PEM of the public key, or the secret for HS256. */
  material: string;
  issuer: string;
  clockTolerance?: number;
}

function decodeJson<T>(part: string): T {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as T;
  } catch {
    throw new TokenError('Malformed token');
  }
}

export function verifyToken(token: string, options: VerifyOptions): Claims {
  const parts = token.split('.');
  if (parts.length !== 3) {
    throw new TokenError('Malformed token');
  }
  const header = decodeJson<{ alg?: string } | null>(parts[0]);
  if (header?.alg !== options.algorithm) {
    throw new TokenError('Unexpected algorithm');
  }

  const input = Buffer.from(`${parts[0]}.${parts[1]}`);
  const signature = Buffer.from(parts[2], 'base64url');
  if (!ALGORITHMS[options.algorithm].verify(options.material, input, signature)) {
    throw new TokenError('Bad signature');
  }

  const claims = decodeJson<Claims>(parts[1]);
  const now = Math.floor(Date.now() / 1000) - (options.clockTolerance ?? 0);
  if (claims.iss !== options.issuer || typeof claims.exp !== 'number' || claims.exp <= now) {
    throw new TokenError('Token is expired or from another issuer');
  }
  return claims;
}
