import { createServer } from 'node:http'
import { withCors } from './lib/cors.mjs'
import { currentGuest } from './lib/session.mjs'
import { taps, favourites } from './lib/store.mjs'

const json = (res, status, body) => {
  res.writeHead(status, { 'content-type': 'application/json' })
  res.end(JSON.stringify(body))
}

const routes = {
  'GET /taps': async (req, res) => json(res, 200, await taps.open()),
  'GET /favourites': async (req, res) => {
    const guest = await currentGuest(req)
    if (!guest) return json(res, 401, { error: 'no session' })
    json(res, 200, await favourites.of(guest.id))
  },
}

const handler = async (req, res) => {
  const route = routes[`${req.method} ${req.url.split('?')[0]}`]
  if (!route) return json(res, 404, { error: 'not found' })
  try {
    await route(req, res)
  } catch (err) {
    console.error(err)
    json(res, 500, { error: 'failed' })
  }
}

createServer(withCors(handler)).listen(Number(process.env.PORT ?? 8080))
