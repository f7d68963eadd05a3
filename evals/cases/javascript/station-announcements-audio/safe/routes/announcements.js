import { requireDispatcher } from '../lib/auth.js'
import { announce } from '../lib/announcements.js'

const schema = {
  body: {
    type: 'object',
    required: ['platform', 'text'],
    additionalProperties: false,
    properties: {
      platform: { type: 'integer', minimum: 1, maximum: 14 },
      text: { type: 'string', minLength: 3, maxLength: 300 },
      language: { type: 'string', maxLength: 2 }
    }
  }
}

export default async function announcements (fastify) {
  fastify.post('/announcements', { schema, preHandler: requireDispatcher }, async (request, reply) => {
    const row = await announce(request.body, request.dispatcher.id)
    return reply.code(201).send({ id: row.id })
  })
}
