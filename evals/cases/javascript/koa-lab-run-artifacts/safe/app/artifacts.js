import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
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

// ?file=plots/chromatogram.png, since artifacts may be in folders
router.get('/:runId/artifact', async (ctx) => {
  const { run } = ctx.state
  const name = ctx.query.file
  ctx.assert(typeof name === 'string' && name !== '', 400, 'file is missing')

  const dir = runDir(run)
  const file = path.resolve(dir, name)
  ctx.assert(file.startsWith(dir + path.sep), 404)

  let info
  try {
    info = await stat(file)
  } catch {
    ctx.throw(404)
  }
  ctx.assert(info.isFile(), 404)

  ctx.attachment(path.basename(file))
  ctx.length = info.size
  ctx.body = createReadStream(file)
})

export default router
