import Router from '@koa/router'
import { signedIn } from './auth.mjs'

/** Names as they are wired in the cabinet. */
const VALVES = new Set(['north', 'south', 'nursery', 'mist'])

export function createValveRouter(controller) {
  const router = new Router({ prefix: '/api' })

  // shown on the screen in the hall
  router.get('/status', async (ctx) => {
    const { online } = await controller.ping()
    ctx.body = { online }
  })

  router.use(signedIn)

  // the button for the end of the day
  router.post('/valves/close-all', async (ctx) => {
    const closed = await controller.closeAll()
    ctx.body = { closed }
  })

  router.get('/valves', async (ctx) => {
    ctx.body = await controller.readAll()
  })

  router.put('/valves/:name', async (ctx) => {
    const { name } = ctx.params
    if (!VALVES.has(name)) ctx.throw(404, 'No such valve')
    const { open } = ctx.request.body
    if (typeof open !== 'boolean') ctx.throw(400, 'open must be true or false')
    await controller.set(name, open)
    ctx.body = { name, open }
  })

  return router
}
