import { Hono } from 'hono'
import { publishedProgramme } from './programmes'
import { shell } from './render/shell'

const app = new Hono()

app.get('/p/:slug', async (c) => {
  const programme = await publishedProgramme(c.req.param('slug'))
  if (!programme) return c.notFound()

  c.header('Cache-Control', 'public, max-age=60')
  return c.html(shell(programme))
})

app.get('/api/p/:slug', async (c) => {
  const programme = await publishedProgramme(c.req.param('slug'))
  return programme ? c.json(programme) : c.notFound()
})

export default app
