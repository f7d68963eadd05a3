import Boom from '@hapi/boom'
import { renderStatement } from './render.js'

const TTL = 15 * 60

export const plugin = {
  name: 'statements',
  register (server) {
    const { db, redis } = server.app

    server.route({
      method: 'GET',
      path: '/statements/{id}',
      options: { auth: 'session' },
      handler: async (request, h) => {
        const { id } = request.params
        const key = `statement:${id}`
        const statement = await db('statements').where({ id }).first()
        if (!statement || statement.taxpayer_id !== request.auth.credentials.taxpayerId) {
          throw Boom.notFound()
        }
        // rendering takes seconds for large statements
        const cached = await redis.get(key)
        if (cached) return h.response(cached).type('text/html')

        const html = await renderStatement(statement)
        await redis.set(key, html, 'EX', TTL)
        return h.response(html).type('text/html')
      }
    })

    server.route({
      method: 'GET',
      path: '/statements',
      options: { auth: 'session' },
      handler: (request) =>
        db('statements')
          .select('id', 'year', 'issued_at')
          .where({ taxpayer_id: request.auth.credentials.taxpayerId })
          .orderBy('year', 'desc')
    })
  }
}
