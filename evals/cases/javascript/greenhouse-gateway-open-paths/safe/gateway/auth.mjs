import fp from 'fastify-plugin'
import { lookupToken } from './tokens.mjs'

// also below a plugin's prefix: /valves/healthz
const OPEN = ['/healthz', '/version']
const PREFIXES = ['', '/valves', '/climate']
const OPEN_ROUTES = new Set(PREFIXES.flatMap((prefix) => OPEN.map((path) => prefix + path)))

function bearer (request) {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme === 'Bearer' ? token : undefined
}

async function auth (app) {
  app.decorateRequest('grower', null)

  app.addHook('onRequest', async (request, reply) => {
    if (OPEN_ROUTES.has(request.routeOptions.url)) return
    const token = bearer(request)
    const grower = token && (await lookupToken(token))
    if (!grower) {
      return reply.code(401).send({ error: 'token needed' })
    }
    request.grower = grower
  })
}

export default fp(auth, { name: 'auth' })
