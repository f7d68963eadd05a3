import type { FastifyInstance } from 'fastify'
import type { TicketStore } from './store'

interface Options {
  tickets: TicketStore
}

interface TicketParams {
  id: number
}

const params = {
  type: 'object',
  properties: { id: { type: 'integer', minimum: 1 } },
  required: ['id']
} as const

export async function ticketRoutes (app: FastifyInstance, { tickets }: Options): Promise<void> {
  app.addHook('preHandler', app.requireAgent)

  app.get<{ Params: TicketParams }>('/tickets/:id', { schema: { params } }, async (request, reply) => {
    const ticket = await tickets.find(request.agent.teamId, request.params.id)
    return ticket ?? reply.code(404).send({ error: 'no such ticket' })
  })
}
