import session from 'koa-session'

export function sessions(app, { keys }) {
  app.keys = keys
  return session({ key: 'gh', httpOnly: true, secure: true, sameSite: 'strict' }, app)
}

export async function signedIn(ctx, next) {
  if (!ctx.session.gardener) ctx.throw(401, 'Sign in first')
  ctx.state.gardener = ctx.session.gardener
  await next()
}
