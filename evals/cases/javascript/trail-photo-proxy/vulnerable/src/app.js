import sensible from '@fastify/sensible'
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import photoProxy from './photo-proxy.js'
import trails from './trails.js'

export async function build (opts = {}) {
  const app = Fastify({ logger: true, ...opts })
  await app.register(sensible)
  await app.register(rateLimit, { max: 120 })
  await app.register(trails, { prefix: '/trails' })
  await app.register(photoProxy)
  return app
}
