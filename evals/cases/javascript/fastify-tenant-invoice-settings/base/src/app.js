import Fastify from 'fastify'
import { ownerOnly, sessionTenant } from './hooks/auth.js'
import { noStore } from './hooks/cache.js'
import { settingsSchema } from './settings/schema.js'
import * as settings from './settings/store.js'

export function build (options = {}) {
  const app = Fastify({ logger: true, ...options })

  app.get('/healthz', async () => ({ ok: true }))

  app.register(async (tenant) => {
    tenant.addHook('onRequest', sessionTenant)

    tenant.get('/me', async (request) => ({ id: request.user.id, role: request.user.role }))

    tenant.get('/invoice-settings', { preHandler: noStore }, (request) => settings.get(request.tenant.id))

    tenant.put(
      '/invoice-settings',
      { schema: { body: settingsSchema }, preHandler: [ownerOnly, noStore] },
      (request) => settings.put(request.tenant.id, request.body)
    )
  })

  return app
}
