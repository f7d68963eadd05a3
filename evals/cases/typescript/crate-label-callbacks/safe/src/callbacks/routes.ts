import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
import { z } from 'zod'
import { customerOnly, type CustomerEnv } from '../auth/customer'
import { carriers } from '../db/carriers'
import { customers } from '../db/customers'
import { sendSample } from './send'

export const callbacks = new Hono<CustomerEnv>()
  .use('*', customerOnly)
  .get('/', async (c) => c.json(await customers.callbackOf(c.get('customer').id)))
  .get('/hosts', async (c) =>
    // gateways of the carriers, the list is kept by our staff
    c.json(await carriers.gatewayHosts()),
  )
  .post('/try', zValidator('json', z.object({ address: z.string().url().max(300) })), async (c) => {
    const customer = c.get('customer')
    const { address } = c.req.valid('json')
    const secret = await customers.callbackSecret(customer.id)
    const hosts = new Set(await carriers.gatewayHosts())
    const outcome = await sendSample(new URL(address), secret, hosts)
    return c.json(outcome)
  })
