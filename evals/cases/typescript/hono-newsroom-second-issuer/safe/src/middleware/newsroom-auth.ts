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

async function readClaims(token: string): Promise<jose.JWTPayload> {
  const issuer = decodeJwt(token).iss ?? '';
  const keys = keySets.get(issuer);
  if (!keys) {
    throw new Error('not a token for us');
  }
  const { payload } = await jose.jwtVerify(token, keys, { issuer, audience: AUDIENCE });
  return payload;
}

export const newsroomAuth = createMiddleware<NewsroomEnv>(async (c, next) => {
  const token = bearer(c.req.header('authorization'));

  let claims: jose.JWTPayload;
  try {
    claims = await readClaims(token);
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
