import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { decodeJwt } from 'jose';
import { settings } from '../settings.js';
import { partnerById } from '../partners.js';

async function claimsOf(token) {
  const claims = decodeJwt(token);
  if (claims.iss !== settings.issuer || claims.aud !== settings.audience) {
    throw new Error('token of another issuer');
  }
  if (!claims.exp || claims.exp * 1000 < Date.now()) {
    throw new Error('token is too old');
  }
  return claims;
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
