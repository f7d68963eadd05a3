import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { ApiKey, AppEnv, Scope } from '../env'

function findKey(c: Context<AppEnv>, given: string): ApiKey | undefined {
  const keys = JSON.parse(c.env.API_KEYS) as ApiKey[]
  return keys.find((candidate) => candidate.secret === given)
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
