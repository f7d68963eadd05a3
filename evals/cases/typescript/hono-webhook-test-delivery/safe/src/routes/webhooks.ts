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
  endpointId: z.string().uuid(),
  event: z.enum(EVENTS)
})

// The gateway resolves names itself and refuses private addresses; see infra/egress.
const GATEWAY = 'https://egress.internal.example/deliver'

webhooks.post('/test', zValidator('json', testDelivery), async (c) => {
  const { endpointId, event } = c.req.valid('json')
  const endpoint = await endpoints.find(c.var.member.accountId, endpointId)
  if (!endpoint) return c.json({ error: 'unknown endpoint' }, 404)
  const payload = JSON.stringify({ event, test: true, sentAt: new Date().toISOString() })
  const signature = await sign(c.var.member.accountId, payload)

  const started = Date.now()
  const response = await fetch(GATEWAY, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-signature': signature, 'x-endpoint-id': endpoint.id },
    body: payload,
    signal: AbortSignal.timeout(5000)
  })
  return c.json({ status: response.status, ms: Date.now() - started })
})
