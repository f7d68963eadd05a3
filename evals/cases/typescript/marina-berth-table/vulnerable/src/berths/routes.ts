import type { FastifyInstance } from 'fastify'
import { Type, type Static } from '@sinclair/typebox'
import { listBerths } from './berths.repo'

const BerthQuery = Type.Object({
  search: Type.Optional(Type.String({ maxLength: 60 })),
  sort: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
})

export async function berthRoutes(app: FastifyInstance) {
  app.addHook('preHandler', app.requireHarbourStaff)

  app.get<{ Querystring: Static<typeof BerthQuery> }>(
    '/berths',
    { schema: { querystring: BerthQuery } },
    async (request) => {
      const { search, sort, limit } = request.query
      return { items: await listBerths({ marinaId: request.staff.marinaId, search, sort, limit }) }
    },
  )
}
