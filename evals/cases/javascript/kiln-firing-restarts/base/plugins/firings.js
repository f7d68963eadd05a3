'use strict'

const fp = require('fastify-plugin')
const { queue } = require('../lib/queue')

const idParams = {
  params: {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', pattern: '^[0-9]{1,10}$' } }
  }
}

async function routes (fastify) {
  fastify.addHook('onRequest', fastify.authenticate)

  fastify.get('/firings', async (request) => fastify.firings.recent(request.user.studioId))

  fastify.get('/firings/:id', { schema: idParams }, async (request, reply) => {
    const firing = await fastify.firings.find(request.params.id, request.user.studioId)
    return firing ?? reply.code(404).send({ error: 'not found' })
  })

  fastify.post('/firings/:id/restart', { schema: idParams }, async (request, reply) => {
    const firing = await fastify.firings.find(request.params.id, request.user.studioId)
    if (!firing) return reply.code(404).send({ error: 'not found' })
    await queue.add('restart', { firingId: firing.id })
    return reply.code(202).send({ state: 'queued' })
  })
}

module.exports = fp(async (fastify) => {
  fastify.register(routes)
})
