import Fastify from 'fastify'
import { ownerOnly, sessionTenant } from './hooks/auth.js'
import { noStore } from './hooks/cache.js'
import { settingsPlugin } from './settings/plugin.js'

export function build (options = {}) {
  const app = Fastify({ logger: true, ...options })

  app.get('/healthz', async () => ({ ok: true }))

  app.register(async (tenant) => {
    tenant.addHook('onRequest', sessionTenant)

    tenant.get('/me', async (request) => ({ id: request.user.id, role: request.user.role }))

    tenant.register(settingsPlugin, { prefix: '/invoice-settings', hooks: [noStore] })
  })

  return app
}
