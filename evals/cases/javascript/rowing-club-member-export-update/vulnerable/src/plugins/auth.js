import fp from 'fastify-plugin'
import jwt from '@fastify/jwt'

async function auth (fastify) {
  await fastify.register(jwt, {
    secret: fastify.config.JWT_SECRET,
    sign: { expiresIn: '2h' },
    verify: { algorithms: ['HS256'] }
  })

  fastify.decorate('authenticate', async (request) => {
    await request.jwtVerify()
  })

  fastify.decorate('boardOnly', async (request, reply) => {
    if (request.user.board !== true) {
      return reply.code(403).send({ error: 'For the board only' })
    }
  })

  fastify.decorate('tokenFor', (member) =>
    fastify.jwt.sign({
      id: member.id,
      name: `${member.first_name} ${member.last_name}`,
      board: member.role === 'board'
    })
  )

  fastify.addHook('onSend', async (request, reply) => {
    if (request.user) {
      reply.header('cache-control', 'no-store')
    }
  })
}

export default fp(auth, { name: 'auth' })
