const Router = require('@koa/router')
const requireDispatcher = require('../middleware/require-dispatcher')
const store = require('../lib/occupancy-store')

const router = new Router({ prefix: '/charts' })

router.use(requireDispatcher)

router.get('/occupancy/:routeId', async ctx => {
  const { routeId } = ctx.params
  if (!(await store.routeExists(routeId))) {
    ctx.throw(404)
  }

  const days = Number.parseInt(ctx.query.days, 10) || 30
  ctx.body = { days, series: await store.occupancy(routeId, days) }
})

module.exports = router
