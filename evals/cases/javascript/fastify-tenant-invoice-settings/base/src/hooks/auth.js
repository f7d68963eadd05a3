import { sessions } from '../sessions.js'

export async function sessionTenant (request, reply) {
  const session = await sessions.fromCookie(request.headers.cookie)
  if (!session) return reply.code(401).send({ error: 'unauthorized' })
  request.user = session.user
  request.tenant = session.tenant
}

export async function ownerOnly (request, reply) {
  if (request.user.role !== 'owner') return reply.code(403).send({ error: 'owners only' })
}
