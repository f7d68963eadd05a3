import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import plots from './plots/router.js'
import societies from './societies/router.js'

export function createApp ({ baseUrl }) {
  const app = new Koa()
  app.context.baseUrl = baseUrl
  app.use(bodyParser({ jsonLimit: '100kb' }))
  app.use(societies.routes())
  app.use(plots.routes())
  return app
}
