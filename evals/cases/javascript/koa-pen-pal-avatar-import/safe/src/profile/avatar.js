const axios = require('axios')
const { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } = require('request-filtering-agent')
const sharp = require('sharp')
const Router = require('@koa/router')
const { signedIn } = require('../middleware')
const blobs = require('../blobs')

const router = new Router({ prefix: '/me/avatar' })

const agents = { httpAgent: new RequestFilteringHttpAgent(), httpsAgent: new RequestFilteringHttpsAgent() }

const shrink = buffer =>
  sharp(buffer, { limitInputPixels: 24e6 }).resize(256, 256, { fit: 'cover' }).webp().toBuffer()

const download = link =>
  axios.get(link, {
    ...agents,
    maxRedirects: 0,
    proxy: false,
    responseType: 'arraybuffer',
    timeout: 8000,
    maxContentLength: 5 * 1024 * 1024
  }).then(res => res.data)

router.use(signedIn)

router.put('/', async ctx => {
  let image
  if (ctx.is('json')) {
    const { link } = ctx.request.body
    ctx.assert(typeof link === 'string' && /^https?:\/\//.test(link), 422, 'link is missing')
    image = await download(link).catch(() => ctx.throw(422, 'link cannot be loaded'))
  } else {
    ctx.assert(ctx.is('image/*'), 415)
    image = await ctx.readBody(5 * 1024 * 1024)
  }
  const webp = await shrink(image).catch(() => ctx.throw(422, 'not an image'))
  await blobs.put(`avatars/${ctx.state.user.id}.webp`, webp)
  ctx.status = 204
})

router.delete('/', async ctx => {
  await blobs.remove(`avatars/${ctx.state.user.id}.webp`)
  ctx.status = 204
})

module.exports = router
