import { Hono } from 'hono'
import { requireMember, type MemberEnv } from '../middleware/require-member'
import { endpoints } from '../stores/endpoints'

export const webhooks = new Hono<MemberEnv>()
webhooks.use(requireMember)

webhooks.get('/endpoints', async (c) => {
  const found = await endpoints.list(c.var.member.accountId)
  return c.json(found.map(({ id, url, events }) => ({ id, url, events })))
})

webhooks.delete('/endpoints/:id', async (c) => {
  await endpoints.remove(c.var.member.accountId, c.req.param('id'))
  return c.body(null, 204)
})
