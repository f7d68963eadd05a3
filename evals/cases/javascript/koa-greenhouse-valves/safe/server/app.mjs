import Koa from 'koa'
import bodyParser from 'koa-bodyparser'
import { sessions } from './auth.mjs'
import { createValveRouter } from './valves.mjs'
import { ModbusController } from './modbus.mjs'

export function createApp(config) {
  const app = new Koa()
  const controller = new ModbusController(config.modbus)

  app.use(async (ctx, next) => {
    try {
      await next()
    } catch (err) {
      ctx.status = err.expose ? err.status : 500
      ctx.body = { error: err.expose ? err.message : 'Internal error' }
      if (!err.expose) app.emit('error', err, ctx)
    }
  })
  app.use(sessions(app, config.session))
  app.use(bodyParser({ enableTypes: ['json'], jsonLimit: '16kb' }))

  const router = createValveRouter(controller)
  app.use(router.routes()).use(router.allowedMethods())
  return app
}
