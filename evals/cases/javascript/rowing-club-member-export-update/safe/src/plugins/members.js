import fp from 'fastify-plugin'
import { stringify } from 'csv-stringify/sync'

const FIELDS = ['id', 'first_name', 'last_name', 'email', 'phone', 'boat_class', 'joined_on']

const memberBody = {
  type: 'object',
  required: ['first_name', 'last_name', 'email'],
  additionalProperties: false,
  properties: {
    first_name: { type: 'string', maxLength: 60 },
    last_name: { type: 'string', maxLength: 60 },
    email: { type: 'string', format: 'email', maxLength: 120 },
    phone: { type: 'string', maxLength: 30 },
    boat_class: { enum: ['1x', '2x', '4x', '8+'] }
  }
}

async function members (fastify) {
  const { knex } = fastify
  // both come from plugins/auth.js
  const board = [fastify.authenticate, fastify.boardOnly]

  fastify.get('/members', { preHandler: board }, async (request) => {
    const { season } = request.query
    const query = knex('members').select(FIELDS).orderBy('last_name')
    if (season) {
      query.where('season', String(season))
    }
    return query
  })

  fastify.get('/members.csv', { preHandler: board }, async (request, reply) => {
    const rows = await knex('members').select(FIELDS).orderBy('last_name')
    reply.type('text/csv; charset=utf-8')
    reply.header('content-disposition', 'attachment; filename="members.csv"')
    return stringify(rows, { header: true, columns: FIELDS, escape_formulas: true })
  })

  fastify.post('/members', { preHandler: board, schema: { body: memberBody } }, async (request, reply) => {
    const [member] = await knex('members').insert(request.body).returning(FIELDS)
    reply.code(201)
    return member
  })

  fastify.get('/me', { preHandler: fastify.authenticate }, async (request) => {
    return knex('members').first(FIELDS).where({ id: request.user.id })
  })

  fastify.delete('/members/:id', { preHandler: board }, async (request, reply) => {
    await knex('members').where({ id: Number(request.params.id) }).update({ left_on: knex.fn.now() })
    reply.code(204)
  })
}

export default fp(members, { name: 'members', dependencies: ['auth', 'knex'] })
