import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { settings } from '../settings.js';
import { partnerById } from '../partners.js';

const keys = createRemoteJWKSet(new URL(settings.jwksUrl));

async function claimsOf(token) {
  const { payload } = await jwtVerify(token, keys, {
    issuer: settings.issuer,
    audience: settings.audience,
    algorithms: ['RS256'],
    requiredClaims: ['exp'],
  });
  return payload;
}

export const partner = createMiddleware(async (c, next) => {
  const [scheme, token] = (c.req.header('authorization') ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) {
    throw new HTTPException(401, { message: 'bearer token expected' });
  }
  let claims;
  try {
    claims = await claimsOf(token);
  } catch {
    throw new HTTPException(401, { message: 'token refused' });
  }
  const found = await partnerById(claims.partner_id);
  if (!found) {
    throw new HTTPException(403, { message: 'unknown partner' });
  }
  c.set('partner', found);
  await next();
});
