import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from '../env'

const digest = (text: string) => createHash('sha256').update(text).digest()

function bearer(c: Context<AppEnv>): string {
  const [scheme, value] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !value) {
    throw new HTTPException(401, { message: 'API key is missing' })
  }
  return value
}

/** Lets requests through that carry the key of this installation. */
export const apiKey = () =>
  createMiddleware<AppEnv>(async (c, next) => {
    const given = bearer(c)
    if (!timingSafeEqual(digest(given), digest(c.env.API_KEY))) {
      throw new HTTPException(401, { message: 'API key is wrong' })
    }
    await next()
  })
