import formbody from '@fastify/formbody'
import * as profiles from './profiles.js'

const details = {
  type: 'object',
  required: ['displayName', 'email'],
  additionalProperties: true,
  properties: {
    displayName: { type: 'string', minLength: 1, maxLength: 60 },
    email: { type: 'string', format: 'email' },
  },
}

const payout = {
  type: 'object',
  required: ['iban'],
  properties: { iban: { type: 'string', pattern: '^[A-Z]{2}[0-9A-Z]{13,32}$' } },
}

export default async function profileRoutes (app) {
  await app.register(formbody)

  const members = { preHandler: [app.requireMember] }
  const posting = { preHandler: [...members.preHandler, app.csrfProtection] }

  app.get('/profile', members, async (req, reply) => {
    const profile = await profiles.of(req.member.id)
    return reply.view('profile/edit', { profile, token: reply.generateCsrf() })
  })

  app.post('/profile', { ...posting, schema: { body: details } }, async (req, reply) => {
    const { displayName, email } = req.body
    await profiles.update(req.member.id, { displayName, email })
    return reply.redirect('/profile')
  })

  app.post('/profile/payout', { ...posting, schema: { body: payout } }, async (req, reply) => {
    await profiles.setIban(req.member.id, req.body.iban)
    req.log.info({ member: req.member.id }, 'payout account changed')
    return reply.redirect('/profile')
  })
}
