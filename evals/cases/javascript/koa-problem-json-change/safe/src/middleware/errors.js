import { toProblem } from '../lib/problem.js'

export function errors (log) {
  return async function errorBoundary (ctx, next) {
    try {
      await next()
    } catch (err) {
      const problem = toProblem(err, ctx.path)
      if (problem.status >= 500) log.error({ err, requestId: ctx.state.requestId }, 'request failed')
      ctx.status = problem.status
      ctx.body = problem
      ctx.type = 'application/problem+json'
    }
  }
}
