import type { FastifyPluginAsync } from 'fastify'
import { Type, type Static } from '@sinclair/typebox'

const ById = Type.Object({ id: Type.String({ format: 'uuid' }) })

const Search = Type.Object({
  customer: Type.Optional(Type.String({ maxLength: 80 })),
  status: Type.Optional(Type.Union([Type.Literal('draft'), Type.Literal('sent'), Type.Literal('paid')])),
  page: Type.Integer({ minimum: 1, maximum: 1000, default: 1 }),
  pageSize: Type.Integer({ minimum: 10, maximum: 100, default: 25 })
})

export const invoiceRoutes: FastifyPluginAsync = async (fastify) => {
  // verifies the token and sets request.account
  fastify.addHook('onRequest', fastify.authenticate)

  fastify.get<{ Querystring: Static<typeof Search> }>('/', { schema: { querystring: Search } }, async (request) => {
    const items = await fastify.invoices.search(request.account.tenantId, request.query)
    return { items, page: request.query.page }
  })

  fastify.get<{ Params: Static<typeof ById> }>('/:id', { schema: { params: ById } }, async (request, reply) => {
    const invoice = await fastify.invoices.find(request.account.tenantId, request.params.id)
    if (!invoice) return reply.code(404).send({ message: 'No such invoice' })
    return invoice
  })
}
