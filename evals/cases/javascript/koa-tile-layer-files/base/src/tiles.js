const fs = require('fs')
const path = require('path')
const Router = require('@koa/router')

const RASTER_ROOT = path.resolve(process.env.TILE_ROOT || 'tiles', 'raster')

const DAY = 24 * 3600

const router = new Router({ prefix: '/tiles' })

function cache (ctx, seconds) {
  ctx.set('Cache-Control', `public, max-age=${seconds}`)
}

router.get('/capabilities', ctx => {
  cache(ctx, 300)
  ctx.body = { formats: ['raster'], maxZoom: 17 }
})

// Layers may be nested (base/roads), hence the wildcard.
router.get('/raster/:tile(.+)', async ctx => {
  const file = path.resolve(RASTER_ROOT, ctx.params.tile)
  if (!file.startsWith(RASTER_ROOT + path.sep)) ctx.throw(404)
  await send(ctx, file, 'image/png')
})

async function send (ctx, file, type) {
  const info = await fs.promises.stat(file).catch(() => null)
  if (!info || !info.isFile()) ctx.throw(404)
  cache(ctx, DAY)
  ctx.type = type
  ctx.length = info.size
  ctx.body = fs.createReadStream(file, { highWaterMark: 16 * 1024 })
}

module.exports = router
