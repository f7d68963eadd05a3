import Router from '@koa/router'
import { config } from './config.js'
import { verifyCredentials } from './accounts.js'
import { limitAttempts } from './limits.js'

const HOME = '/dashboard'

const router = new Router()

function returnPath(value) {
  if (typeof value !== 'string') return HOME
  try {
    const url = new URL(value, config.origin)
    if (url.origin !== config.origin) return HOME
    return config.origin + url.pathname + url.search
  } catch {
    return HOME
  }
}

router.get('/signin', async (ctx) => {
  if (ctx.state.user) {
    ctx.redirect(HOME)
    return
  }
  ctx.session.returnTo = ctx.query.return_to
  await ctx.render('signin', { csrf: ctx.csrf, error: null })
})

router.post('/signin', limitAttempts({ perMinute: 10 }), async (ctx) => {
  const { email, password } = ctx.request.body
  const user = await verifyCredentials(String(email), String(password))
  if (!user) {
    ctx.status = 401
    await ctx.render('signin', { csrf: ctx.csrf, error: 'Email or password is wrong' })
    return
  }
  const { returnTo } = ctx.session
  await ctx.regenerateSession()
  ctx.session.userId = user.id
  ctx.redirect(returnPath(returnTo))
})

router.post('/signout', async (ctx) => {
  ctx.session = null
  ctx.redirect('/')
})

export default router
