import express from 'express'
import helmet from 'helmet'
import { authenticate } from './middleware/authenticate.js'
import { loadBuild } from './middleware/load-build.js'
import logs from './routes/logs.js'
import hooks from './routes/hooks.js'
import health from './routes/health.js'

export function createServer ({ store, logger }) {
  const app = express()
  app.disable('x-powered-by')
  app.use(helmet())

  // No session here: the probe has none, and forges sign what they send.
  app.use('/health', health())
  app.use('/hooks', hooks(store))

  app.use(authenticate(store))
  app.use('/api/builds/:buildId/logs', loadBuild(store), logs(store))

  app.use((err, req, res, _next) => {
    logger.error({ err, url: req.originalUrl })
    res.status(err.status ?? 500).json({ error: err.expose ? err.message : 'internal error' })
  })
  return app
}
