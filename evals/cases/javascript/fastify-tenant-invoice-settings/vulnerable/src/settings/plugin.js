import { settingsSchema } from './schema.js'
import * as settings from './store.js'

/** Reads and writes the settings that are printed on invoices (IBAN, footer, number range). */
export async function settingsPlugin (app, { hooks = [], writeHooks = [] }) {
  for (const hook of hooks) app.addHook('preHandler', hook)

  app.get('/', (request) => settings.get(request.tenant.id))

  app.put('/', { schema: { body: settingsSchema }, preHandler: writeHooks }, async (request, reply) => {
    const saved = await settings.put(request.tenant.id, request.body)
    request.log.info({ tenant: request.tenant.id }, 'invoice settings saved')
    return reply.send(saved)
  })
}
