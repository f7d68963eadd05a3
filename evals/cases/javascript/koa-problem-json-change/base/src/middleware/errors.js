export function errors (log) {
  return async function errorBoundary (ctx, next) {
    try {
      await next()
    } catch (err) {
      const status = err.expose ? err.status : 500
      if (status >= 500) log.error({ err, requestId: ctx.state.requestId }, 'request failed')
      ctx.status = status
      ctx.body = { error: err.expose ? err.message : 'Something went wrong' }
    }
  }
}
