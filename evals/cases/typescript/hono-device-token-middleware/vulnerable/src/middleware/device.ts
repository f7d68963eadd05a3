import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { decode } from 'hono/jwt';

export type Env = {
  Bindings: { DEVICE_JWT_KEY: string; FLEET: KVNamespace };
  Variables: { deviceId: string; fleetId: string };
};

export function bearer(header: string | undefined): string {
  const [scheme, value] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !value) {
    throw new HTTPException(401, { message: 'bearer token needed' });
  }
  return value;
}

export const device = createMiddleware<Env>(async (c, next) => {
  const token = bearer(c.req.header('authorization'));
  const { payload } = decode(token);
  const expired = typeof payload.exp !== 'number' || payload.exp * 1000 < Date.now();
  if (expired || typeof payload.sub !== 'string') {
    throw new HTTPException(401, { message: 'token is not valid' });
  }
  c.set('deviceId', payload.sub);
  c.set('fleetId', String(payload.fleet));
  await next();
});

export const requireJson = createMiddleware<Env>(async (c, next) => {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new HTTPException(415);
  }
  await next();
});
