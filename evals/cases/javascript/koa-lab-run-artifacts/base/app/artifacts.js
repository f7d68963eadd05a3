import { readdir } from 'node:fs/promises'
import path from 'node:path'
import Router from '@koa/router'

import { requireResearcher } from './auth.js'
import { runs } from './store.js'

const DATA_ROOT = path.resolve(process.env.RUN_DATA ?? '/data/runs')

const runDir = (run) => path.join(DATA_ROOT, String(run.instrumentId), String(run.number))

const router = new Router({ prefix: '/runs' })

router.use(requireResearcher)

router.param('runId', async (id, ctx, next) => {
  ctx.assert(/^\d+$/.test(id), 404)
  const run = await runs.findForLab(Number(id), ctx.state.user.labId)
  ctx.assert(run, 404, 'no such run')
  ctx.state.run = run
  return next()
})

router.get('/:runId', (ctx) => {
  const { number, startedAt, finishedAt, operator } = ctx.state.run
  ctx.body = { number, startedAt, finishedAt, operator }
})

router.get('/:runId/artifacts', async (ctx) => {
  const entries = await readdir(runDir(ctx.state.run), { withFileTypes: true, recursive: true })
  ctx.body = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
})

export default router
