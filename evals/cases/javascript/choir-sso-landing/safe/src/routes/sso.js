const Router = require('@koa/router')
const idp = require('../lib/idp')
const members = require('../models/members')
const { ownUrl } = require('../lib/own-url')

const router = new Router({ prefix: '/sso' })

router.get('/start', async ctx => {
  const { url, state, verifier } = await idp.authorizationUrl()
  ctx.session.sso = { state, verifier, from: ctx.query.from }
  ctx.redirect(url)
})

router.get('/landing', async ctx => {
  const { state, verifier, from } = ctx.session.sso || {}
  if (!state || state !== ctx.query.state) ctx.throw(400, 'sign-on expired')

  const claims = await idp.exchange(ctx.query.code, verifier)
  const member = await members.findBySubject(claims.sub)
  if (!member) return ctx.render('sso/no-member')

  await ctx.regenerateSession()
  ctx.session.memberId = member.id
  const target = ownUrl(from, '/rehearsals')
  ctx.redirect(target)
})

router.get('/logout', async ctx => {
  ctx.session = null
  ctx.redirect(ownUrl(ctx.query.to, '/'))
})

module.exports = router
