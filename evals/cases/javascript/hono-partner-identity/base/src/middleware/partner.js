import { createMiddleware } from 'hono/factory';
import { HTTPException } from 'hono/http-exception';
import { settings } from '../settings.js';
import { partnerByKey } from '../partners.js';

export const partner = createMiddleware(async (c, next) => {
  const key = c.req.header('x-api-key');
  const found = key ? await partnerByKey(key) : null;
  if (!found) {
    throw new HTTPException(401, { message: 'missing or unknown key' });
  }
  c.set('partner', found);
  await next();
});
