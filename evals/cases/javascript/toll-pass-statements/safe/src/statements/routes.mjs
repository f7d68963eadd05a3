import Router from '@koa/router'
import { driverSession } from '../auth/driver-session.mjs'
import { listStatements } from './controller.mjs'

export const statements = new Router({ prefix: '/statements' })
  .use(driverSession)
  .get('/', listStatements)
