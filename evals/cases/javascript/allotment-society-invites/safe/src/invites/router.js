import Router from '@koa/router'
import { randomBytes, createHash } from 'node:crypto'
import { invites, memberships } from '../db/collections.js'
import { requireUser, requireSocietyAdmin } from '../middleware/auth.js'

const WEEK = 7 * 24 * 3600 * 1000
const ROLES = ['member', 'secretary', 'treasurer']

const digest = (token) => createHash('sha256').update(token).digest('hex')

async function createInvite (ctx) {
  const { role = 'member' } = ctx.request.body
  ctx.assert(ROLES.includes(role), 400, 'unknown role')

  const token = randomBytes(32).toString('hex')
  await invites.insertOne({
    societyId: ctx.params.societyId,
    role,
    tokenHash: digest(token),
    invitedBy: ctx.state.user.id,
    expiresAt: new Date(Date.now() + WEEK)
  })
  ctx.status = 201
  ctx.body = { link: `${ctx.app.context.baseUrl}/join/${token}` }
}

async function acceptInvite (ctx) {
  const invite = await invites.findOneAndDelete({
    tokenHash: digest(ctx.params.token),
    expiresAt: { $gt: new Date() }
  })
  ctx.assert(invite, 410, 'This invitation is no longer valid')

  await memberships.updateOne(
    { societyId: invite.societyId, userId: ctx.state.user.id },
    { $setOnInsert: { role: invite.role, joinedAt: new Date() } },
    { upsert: true }
  )
  ctx.body = { societyId: invite.societyId }
}

const router = new Router()
router.use(requireUser)
router.post('/societies/:societyId/invites', requireSocietyAdmin, createInvite)
router.post('/join/:token', acceptInvite)

export default router
