import { Hono } from 'hono'
import { signedIn } from '../middleware/signed-in.js'
import { fleet } from '../lib/fleet.js'
import { tail } from '../lib/log-tail.js'

// what the supervisor writes per worker
const STREAMS = ['out', 'err']

export const workers = new Hono()

workers.use('*', signedIn({ role: 'operator' }))

workers.get('/', (c) => c.json(fleet.list()))

workers.get('/:id', (c) => {
  const worker = fleet.get(c.req.param('id'))
  if (!worker) return c.notFound()
  return c.json({ id: worker.id, state: worker.state, startedAt: worker.startedAt })
})

workers.get('/:id/output', async (c) => {
  const worker = fleet.get(c.req.param('id'))
  if (!worker) return c.notFound()
  const stream = STREAMS.find((name) => name === c.req.query('stream')) ?? STREAMS[0]
  const text = await tail(`${worker.id}.${stream}.log`)
  return c.text(text)
})

workers.post('/:id/restart', async (c) => {
  const worker = fleet.get(c.req.param('id'))
  if (!worker) return c.notFound()
  await worker.restart()
  return c.json({ state: worker.state })
})
