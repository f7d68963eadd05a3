const Router = require('@koa/router')
const { PassThrough } = require('stream')
const { requireArchivist } = require('../middleware/archivist')
const { exportEpisodes } = require('../services/episode-export')

const router = new Router({ prefix: '/exports' })
router.use(requireArchivist)

// ?tags=jazz,live
const parseTags = (text) => String(text ?? '').split(',').map((tag) => tag.trim()).filter(Boolean)

router.get('/episodes.csv', (ctx) => {
  const out = new PassThrough()
  ctx.type = 'text/csv'
  ctx.attachment('episodes.csv')
  ctx.body = out
  const tags = parseTags(ctx.query.tags).slice(0, 20)
  exportEpisodes(ctx.state.archivist.stationId, tags, out).catch((err) => out.destroy(err))
})

module.exports = router
