import Boom from '@hapi/boom'
import { renderStatement } from './render.js'

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
        const statement = await db('statements').where({ id }).first()
        if (!statement || statement.taxpayer_id !== request.auth.credentials.taxpayerId) {
          throw Boom.notFound()
        }
        return h.response(await renderStatement(statement)).type('text/html')
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
