import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { ApiKey, AppEnv, Scope } from '../env'

const digest = (text: string) => createHash('sha256').update(text).digest()

function findKey(c: Context<AppEnv>, given: string): ApiKey | undefined {
  const keys = JSON.parse(c.env.API_KEYS) as ApiKey[]
  const givenDigest = digest(given)
  return keys.find((candidate) => timingSafeEqual(digest(candidate.secret), givenDigest))
}

function bearer(c: Context<AppEnv>): string {
  const [scheme, value] = (c.req.header('authorization') ?? '').split(' ')
  if (scheme?.toLowerCase() !== 'bearer' || !value) {
    throw new HTTPException(401, { message: 'API key is missing' })
  }
  return value
}

/** Lets requests through that carry a key with the scope. */
export const apiKey = (scope: Scope) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const key = findKey(c, bearer(c))
    if (!key) {
      throw new HTTPException(401, { message: 'API key is wrong' })
    }
    if (!key.scopes.includes(scope)) {
      throw new HTTPException(403, { message: `API key lacks the scope ${scope}` })
    }
    c.set('keyName', key.name)
    await next()
  })
