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

interface Header {
  alg?: string;
  kid?: string;
}

export interface VerificationKey {
  kid: string;
  algorithm: AlgorithmName;
  /** PEM of the public key, or the secret for HS256. */
  material: string;
}

export interface VerifyOptions {
  /** The current key and those before it that tokens may still be signed with. */
  keys: VerificationKey[];
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
  const header = decodeJson<Header | null>(parts[0]);
  const key = options.keys.find((candidate) => candidate.kid === header?.kid);
  if (!key || header?.alg !== key.algorithm) {
    throw new TokenError('Unknown key or algorithm');
  }

  const input = Buffer.from(`${parts[0]}.${parts[1]}`);
  const signature = Buffer.from(parts[2], 'base64url');
  if (!ALGORITHMS[key.algorithm].verify(key.material, input, signature)) {
    throw new TokenError('Bad signature');
  }

  const claims = decodeJson<Claims>(parts[1]);
  const now = Math.floor(Date.now() / 1000) - (options.clockTolerance ?? 0);
  if (claims.iss !== options.issuer || typeof claims.exp !== 'number' || claims.exp <= now) {
    throw new TokenError('Token is expired or from another issuer');
  }
  return claims;
}
