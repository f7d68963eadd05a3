const Router = require('@koa/router')
const { PassThrough } = require('stream')
const { requireArchivist } = require('../middleware/archivist')
const { exportEpisodes } = require('../services/episode-export')

const router = new Router({ prefix: '/exports' })
router.use(requireArchivist)

router.get('/episodes.csv', (ctx) => {
  const out = new PassThrough()
  ctx.type = 'text/csv'
  ctx.attachment('episodes.csv')
  ctx.body = out
  exportEpisodes(ctx.state.archivist.stationId, out).catch((err) => out.destroy(err))
})

module.exports = router
