import type { FastifyPluginAsync } from 'fastify'
import { Type, type Static } from '@sinclair/typebox'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

export const invoiceRoutes: FastifyPluginAsync = async (fastify) => {
  // verifies the token and sets request.account
  fastify.addHook('onRequest', fastify.authenticate)

  fastify.get('/', async (request) => {
    const items = await fastify.invoices.list(request.account.tenantId)
    return { items }
  })

  fastify.get<{ Params: Static<typeof ById> }>('/:id', { schema: { params: ById } }, async (request, reply) => {
    const invoice = await fastify.invoices.find(request.account.tenantId, request.params.id)
    if (!invoice) return reply.code(404).send({ message: 'No such invoice' })
    return invoice
  })
}
