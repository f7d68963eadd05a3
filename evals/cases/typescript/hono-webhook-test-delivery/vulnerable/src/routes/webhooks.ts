import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
import { z } from 'zod'
import { requireMember, type MemberEnv } from '../middleware/require-member'
import { endpoints } from '../stores/endpoints'
import { sign } from '../webhooks/signature'

const EVENTS = ['invoice.paid', 'invoice.voided', 'customer.created'] as const

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

const testDelivery = z.object({
  url: z.string().url(),
  event: z.enum(EVENTS)
})

webhooks.post('/test', zValidator('json', testDelivery), async (c) => {
  const { url, event } = c.req.valid('json')
  const payload = JSON.stringify({ event, test: true, sentAt: new Date().toISOString() })
  const signature = await sign(c.var.member.accountId, payload)

  const started = Date.now()
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': signature },
    body: payload,
    signal: AbortSignal.timeout(5000)
  })
  const answer = await response.text()
  return c.json({ status: response.status, ms: Date.now() - started, answer: answer.slice(0, 2000) })
})
