import fp from 'fastify-plugin'
import { lookupToken } from './tokens.mjs'

// also below a plugin's prefix: /valves/healthz
const OPEN = ['/healthz', '/version']

function bearer (request) {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme === 'Bearer' ? token : undefined
}

async function auth (app) {
  app.decorateRequest('grower', null)

  app.addHook('onRequest', async (request, reply) => {
    if (OPEN.some((path) => request.url.includes(path))) return
    const token = bearer(request)
    const grower = token && (await lookupToken(token))
    if (!grower) {
      return reply.code(401).send({ error: 'token needed' })
    }
    request.grower = grower
  })
}

export default fp(auth, { name: 'auth' })
