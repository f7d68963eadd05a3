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

  // "36 hours", "2 weeks", "1 month"
  const span = ctx.query.span || '30 days'
  ctx.body = { span, series: await store.occupancy(routeId, span) }
})

module.exports = router
