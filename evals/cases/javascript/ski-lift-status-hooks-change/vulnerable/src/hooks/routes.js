import { guardedClient } from './guarded-client.js'
import { hooks } from './store.js'
import { sign } from './sign.js'
import { tryHook } from './try-hook.js'

const hookBody = {
  type: 'object',
  required: ['url'],
  additionalProperties: false,
  properties: { url: { type: 'string', format: 'uri', pattern: '^https?://', maxLength: 500 } }
}

export async function deliver (hook, event) {
  const body = JSON.stringify(event)
  await guardedClient(hook.url).post(hook.url, {
    body,
    headers: { 'content-type': 'application/json', 'x-signature': sign(body, hook.secret) }
  })
}

export default async function hookRoutes (app) {
  app.addHook('onRequest', app.requireResortManager)

  app.get('/hooks', (req) => hooks.list(req.manager.resortId))

  app.put('/hooks', { schema: { body: hookBody } }, async (req, reply) => {
    await hooks.save(req.manager.resortId, req.body.url)
    return reply.code(204).send()
  })

  app.post('/hooks/try', { schema: { body: hookBody } }, async (req, reply) => {
    const { secret } = await hooks.of(req.manager.resortId)
    try {
      return await tryHook({ url: req.body.url, secret })
    } catch (err) {
      return reply.code(502).send({ error: err.code ?? 'no answer' })
    }
  })
}
