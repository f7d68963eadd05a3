import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';

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

export const requireJson = createMiddleware<Env>(async (c, next) => {
  if (!c.req.header('content-type')?.startsWith('application/json')) {
    throw new HTTPException(415);
  }
  await next();
});
