import Fastify from 'fastify'
import cookie from '@fastify/cookie'
import { publicRoutes } from './routes/public.js'
import { bookingRoutes } from './routes/bookings.js'
import { loadSession } from './session.js'

export async function build ({ store, logger = true }) {
  const app = Fastify({ logger })

  app.decorate('store', store)
  app.decorateRequest('member', null)
  await app.register(cookie)
  await app.register(publicRoutes)

  // everything in here is for members
  await app.register(async members => {
    members.addHook('onRequest', async (req, reply) => {
      req.member = await loadSession(store, req.cookies.sid)
      if (!req.member) {
        return reply.code(401).send({ error: 'sign in first' })
      }
    })
    await members.register(bookingRoutes, { prefix: '/bookings' })
  })

  app.setNotFoundHandler((req, reply) => reply.code(404).send({ error: 'not found' }))
  return app
}
