import { Hono } from 'hono'
import type { AppEnv } from './env'
import { apiKey } from './middleware/api-key'
import { listReadings, storeReading } from './readings'

const app = new Hono<AppEnv>()

app.get('/health', (c) => c.text('ok'))

app.get('/readings', apiKey('read'), async (c) => {
  return c.json(await listReadings(c.env.DB, { limit: 500 }))
})

app.post('/readings', apiKey('write'), async (c) => {
  const reading = await storeReading(c.env.DB, await c.req.json())
  return c.json(reading, 201)
})

export default app
