import { Hono } from 'hono'
import { zValidator } from '@hono/zod-validator'
import { z } from 'zod'
import { customerOnly, type CustomerEnv } from '../auth/customer'
import { carriers } from '../db/carriers'
import { customers } from '../db/customers'

export const callbacks = new Hono<CustomerEnv>()
  .use('*', customerOnly)
  .get('/', async (c) => c.json(await customers.callbackOf(c.get('customer').id)))
  .get('/hosts', async (c) =>
    // gateways of the carriers, the list is kept by our staff
    c.json(await carriers.gatewayHosts()),
  )
