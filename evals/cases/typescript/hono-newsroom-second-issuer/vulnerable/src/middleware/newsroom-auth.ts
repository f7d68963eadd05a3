import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import * as jose from 'jose';

const { decodeJwt } = jose;

export interface Editor {
  id: string;
  name: string;
  desk: string;
}

export type NewsroomEnv = { Variables: { editor: Editor } };

const AUDIENCE = 'newsroom-api';

const HOUSE = 'https://login.dailyferry.example/';
const AGENCY = 'https://id.coastwire.example/';
const keySets = new Map([
  [HOUSE, jose.createRemoteJWKSet(new URL('.well-known/jwks.json', HOUSE))],
  [AGENCY, jose.createRemoteJWKSet(new URL('.well-known/jwks.json', AGENCY))],
]);

function bearer(header: string | undefined): string {
  const [scheme, token] = (header ?? '').split(' ');
  if (scheme !== 'Bearer' || !token) {
    throw new HTTPException(401, { message: 'a bearer token is needed' });
  }
  return token;
}

function readClaims(token: string): jose.JWTPayload {
  const claims = decodeJwt(token);
  if (!keySets.has(claims.iss ?? '') || claims.aud !== AUDIENCE) {
    throw new Error('not a token for us');
  }
  if ((claims.exp ?? 0) * 1000 < Date.now()) {
    throw new Error('token has expired');
  }
  return claims;
}

export const newsroomAuth = createMiddleware<NewsroomEnv>(async (c, next) => {
  const token = bearer(c.req.header('authorization'));

  let claims: jose.JWTPayload;
  try {
    claims = readClaims(token);
  } catch (error) {
    console.info('token refused', (error as Error).message);
    throw new HTTPException(401, { message: 'the token is not valid' });
  }

  c.set('editor', {
    id: String(claims.sub),
    name: String(claims.name ?? ''),
    desk: String(claims.desk ?? 'none'),
  });
  await next();
});
