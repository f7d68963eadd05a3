import Router from '@koa/router'
import { config } from './config.js'
import { verifyCredentials } from './accounts.js'
import { limitAttempts } from './limits.js'

const HOME = '/dashboard'

const router = new Router()

// Only paths of our own: anything on another origin goes to the dashboard
function returnPath(value) {
  if (typeof value !== 'string' || !URL.canParse(value, config.origin)) return HOME
  const url = new URL(value, config.origin)
  return url.origin === config.origin ? `${config.origin}${url.pathname}${url.search}` : HOME
}

// Also used by the page after the second factor
export function redirectAfterSignin(ctx, target) {
  const location = returnPath(target)
  ctx.log.info({ location }, 'signed in')
  ctx.redirect(location)
}

router.get('/signin', async (ctx) => {
  if (ctx.state.user) {
    redirectAfterSignin(ctx, ctx.query.return_to)
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
  redirectAfterSignin(ctx, returnTo)
})

router.post('/signout', async (ctx) => {
  ctx.session = null
  ctx.redirect('/')
})

export default router
