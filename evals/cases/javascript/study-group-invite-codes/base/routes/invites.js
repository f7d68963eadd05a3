import { Hono } from 'hono'
import { createInvite, redeemInvite, remaining } from '../lib/invites.js'
import { groups } from '../lib/groups.js'
import { limitPerUser, signedIn } from '../middleware.js'

export const invites = new Hono()

invites.use(signedIn)

// Invites of a group are made by its tutors and used by anybody who is signed in.

invites.post('/groups/:id/invites', async (c) => {
  const user = c.get('user')
  const groupId = Number(c.req.param('id'))
  if (!(await groups.isTutor(groupId, user.id))) {
    return c.json({ error: 'Only tutors invite' }, 403)
  }
  const code = await createInvite({ groupId, invitedBy: user.id })
  const expiresIn = await remaining(code)
  return c.json({ code, expiresIn }, 201)
})

invites.post('/join', limitPerUser({ perHour: 20 }), async (c) => {
  const { code } = await c.req.json()
  const invite = typeof code === 'string' && code.length < 64 ? await redeemInvite(code) : null
  if (!invite) {
    return c.json({ error: 'The code is wrong or was used already' }, 404)
  }
  await groups.add(invite.groupId, c.get('user').id, { invitedBy: invite.invitedBy })
  return c.json({ group: invite.groupId })
})
