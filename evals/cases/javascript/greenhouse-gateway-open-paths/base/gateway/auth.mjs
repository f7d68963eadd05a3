import fp from 'fastify-plugin'
import { lookupToken } from './tokens.mjs'

const OPEN = ['/healthz', '/version']

function bearer (request) {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme === 'Bearer' ? token : undefined
}

async function auth (app) {
  app.decorateRequest('grower', null)

  app.addHook('onRequest', async (request, reply) => {
    if (OPEN.includes(request.routeOptions.url)) return
    const token = bearer(request)
    const grower = token && (await lookupToken(token))
    if (!grower) {
      return reply.code(401).send({ error: 'token needed' })
    }
    request.grower = grower
  })
}

export default fp(auth, { name: 'auth' })
