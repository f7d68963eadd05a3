import { jwtVerify, SignJWT } from 'jose';
import { config } from '../config';

const options = { issuer: 'trail-tracker', audience: 'app', algorithms: ['HS256'] };

export async function issueToken(hikerId: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(hikerId)
    .setIssuer(options.issuer)
    .setAudience(options.audience)
    .setExpirationTime('2h')
    .sign(config.tokenKey);
}

/** The hiker's id, or null if the token is not one of ours or too old. */
export async function readToken(token: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(token, config.tokenKey, options);
    return payload.sub ?? null;
  } catch {
    return null;
  }
}
