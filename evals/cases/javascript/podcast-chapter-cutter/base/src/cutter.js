import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import Router from '@koa/router'
import { episodes } from './episodes.js'
import { editorOnly } from './auth.js'

const run = promisify(execFile)
const router = new Router({ prefix: '/episodes' })

router.use(editorOnly)

async function load (ctx) {
  const episode = await episodes.byId(Number(ctx.params.id))
  if (!episode) ctx.throw(404)
  return episode
}

router.get('/:id/duration', async (ctx) => {
  const episode = await load(ctx)
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', episode.file])
  ctx.body = { seconds: Number.parseFloat(stdout) }
})

export default router
