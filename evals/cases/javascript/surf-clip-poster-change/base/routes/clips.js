const Router = require('@koa/router')
const clips = require('../lib/clips')
const { makePoster } = require('../lib/poster')
const judgeOnly = require('../middleware/judge-only')

const router = new Router({ prefix: '/clips' })

router.use(judgeOnly)

router.get('/:id', async (ctx) => {
  ctx.body = await clips.forEvent(ctx.state.judge.eventId, ctx.params.id)
  if (!ctx.body) ctx.throw(404)
})

router.post('/:id/poster', async (ctx) => {
  const clip = await clips.forEvent(ctx.state.judge.eventId, ctx.params.id)
  if (!clip) ctx.throw(404)
  await makePoster(clip)
  ctx.status = 204
})

module.exports = router
