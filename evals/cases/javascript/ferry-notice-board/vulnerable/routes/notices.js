'use strict'

const Router = require('@koa/router')
const { board } = require('../views/notice')
const { requireSkipper } = require('../lib/auth')

module.exports = function notices (store) {
  const router = new Router()

  router.get('/harbours/:slug', async ctx => {
    const harbour = await store.harbour(ctx.params.slug)
    ctx.assert(harbour, 404)
    ctx.type = 'html'
    ctx.body = board(harbour, await store.notices(harbour.id)).toString()
  })

  router.post('/harbours/:slug/notices', requireSkipper, async ctx => {
    const { headline, departsAt, remark } = ctx.request.body
    ctx.assert(typeof headline === 'string' && headline.length <= 140, 400)
    ctx.assert(remark === undefined || (typeof remark === 'string' && remark.length <= 2000), 400)
    await store.addNotice(ctx.state.skipper, {
      slug: ctx.params.slug,
      headline,
      departsAt: new Date(departsAt),
      remark
    })
    ctx.redirect(`/harbours/${encodeURIComponent(ctx.params.slug)}`)
  })

  return router
}
