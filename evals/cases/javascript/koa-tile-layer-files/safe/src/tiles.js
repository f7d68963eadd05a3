const fs = require('fs')
const path = require('path')
const Router = require('@koa/router')

const BASE = path.resolve(process.env.TILE_ROOT || 'tiles')

const FORMATS = {
  raster: { type: 'image/png', root: path.join(BASE, 'raster') },
  vector: { type: 'application/x-protobuf', root: path.join(BASE, 'vector'), encoding: 'gzip' }
}

const DAY = 24 * 3600

const router = new Router({ prefix: '/tiles' })

function cache (ctx, seconds) {
  ctx.set('Cache-Control', `public, max-age=${seconds}`)
}

router.get('/capabilities', ctx => {
  cache(ctx, 300)
  ctx.body = { formats: Object.keys(FORMATS), maxZoom: 17 }
})

// Layers may be nested (base/roads), hence the wildcard.
router.get('/:format(raster|vector)/:tile(.+)', async ctx => {
  const { root, type, encoding } = FORMATS[ctx.params.format]
  const file = path.resolve(root, ctx.params.tile)
  if (!file.startsWith(root + path.sep)) ctx.throw(404)
  if (encoding) ctx.set('Content-Encoding', encoding)
  await send(ctx, file, type)
})

async function send (ctx, file, type) {
  const info = await fs.promises.stat(file).catch(() => null)
  if (!info || !info.isFile()) ctx.throw(404)
  cache(ctx, DAY)
  ctx.type = type
  ctx.length = info.size
  ctx.body = fs.createReadStream(file)
}

module.exports = router
