export default async function invitationRoutes (fastify) {
  const { choirs, mailer, links } = fastify

  fastify.post('/choirs/:id/invitations', {
    onRequest: [fastify.requireMember],
    config: { rateLimit: { max: 20, timeWindow: '1 hour' } },
    schema: {
      body: {
        type: 'object',
        required: ['to'],
        additionalProperties: false,
        properties: {
          to: { type: 'string', format: 'email' },
          note: { type: 'string', maxLength: 600 }
        }
      }
    }
  }, async (request, reply) => {
    const choir = await choirs.ofMember(request.user.id, request.params.id)
    if (!choir) return reply.code(404).send()
    const { to, note } = request.body
    const link = await links.invitation(choir.id, to)
    await mailer.send({ choir: choir.name, from: request.user.name, to, link, note })
    return reply.code(202).send()
  })
}
