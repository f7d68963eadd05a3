import Fastify from 'fastify'
import auth from './auth.mjs'
import valves from './valves.mjs'
import climate from './climate.mjs'

export async function build (opts = {}) {
  const app = Fastify({ logger: true, ...opts })
  await app.register(auth)

  app.get('/healthz', async () => ({ ok: true }))
  app.get('/version', async () => ({ version: process.env.APP_VERSION ?? 'dev' }))

  await app.register(valves, { prefix: '/valves' })
  await app.register(climate, { prefix: '/climate' })
  return app
}
