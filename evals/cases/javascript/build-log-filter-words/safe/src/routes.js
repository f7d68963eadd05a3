import Router from '@koa/router'
import { requireLogin } from './session.js'
import { buildForUser } from './builds.js'
import { filterLog } from './log-filter.js'

export const router = new Router()

router.get('/builds/:id/log', requireLogin, async ctx => {
  const build = await buildForUser(ctx.state.user, Number(ctx.params.id))
  ctx.assert(build, 404)

  const { q } = ctx.query
  ctx.assert(typeof q === 'string' && q.length > 1 && q.length < 100, 400, 'q')
  ctx.body = { build: build.id, hits: await filterLog(build.logFile, q) }
})
