import type { FastifyInstance } from 'fastify'
import type { AttachmentStore, Upload } from '../attachments/store'
import type { TicketStore } from './store'

interface Options {
  tickets: TicketStore
  attachments: AttachmentStore
}

interface TicketParams {
  id: number
}

const params = {
  type: 'object',
  properties: { id: { type: 'integer', minimum: 1 } },
  required: ['id']
} as const

const upload = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 200 },
    content: { type: 'string', maxLength: 5_000_000 }
  },
  required: ['name', 'content'],
  additionalProperties: false
} as const

export async function ticketRoutes (app: FastifyInstance, { tickets, attachments }: Options): Promise<void> {
  app.addHook('preHandler', app.requireAgent)

  app.get<{ Params: TicketParams }>('/tickets/:id', { schema: { params } }, async (request, reply) => {
    const ticket = await tickets.find(request.agent.teamId, request.params.id)
    return ticket ?? reply.code(404).send({ error: 'no such ticket' })
  })

  app.post<{ Params: TicketParams, Body: Upload }>(
    '/tickets/:id/attachments',
    { schema: { params, body: upload }, bodyLimit: 6 * 1024 * 1024 },
    async (request, reply) => {
      const ticket = await tickets.find(request.agent.teamId, request.params.id)
      if (!ticket) return reply.code(404).send({ error: 'no such ticket' })

      const stored = await attachments.save(ticket.id, request.body)
      await tickets.addAttachment(ticket.id, stored)
      return reply.code(201).send({ name: stored.name, bytes: stored.bytes })
    }
  )
}
