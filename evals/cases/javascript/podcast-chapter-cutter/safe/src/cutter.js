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

router.post('/:id/chapters', async (ctx) => {
  const episode = await load(ctx)
  const { from, to } = ctx.request.body
  if (!from || !to) ctx.throw(422, 'from and to are needed')

  const target = path.join(path.dirname(episode.file), `chapter-${Date.now()}.mp3`)
  // stream copy, so that it only takes a moment
  await run('ffmpeg', ['-v', 'error', '-ss', String(from), '-to', String(to), '-i', episode.file, '-c', 'copy', target])
  const chapter = await episodes.addChapter(episode.id, { from, to, file: target })
  ctx.status = 201
  ctx.body = { id: chapter.id }
})

export default router
