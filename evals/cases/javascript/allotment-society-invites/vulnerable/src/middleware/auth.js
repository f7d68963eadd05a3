import { memberships, sessions } from '../db/collections.js'

export async function requireUser (ctx, next) {
  const session = await sessions.findOne({ _id: String(ctx.cookies.get('sid') ?? '') })
  ctx.assert(session && session.expiresAt > new Date(), 401)
  ctx.state.user = { id: session.userId }
  return next()
}

export async function requireSocietyAdmin (ctx, next) {
  const membership = await memberships.findOne({
    societyId: ctx.params.societyId,
    userId: ctx.state.user.id
  })
  ctx.assert(membership?.role === 'admin', 403)
  return next()
}
