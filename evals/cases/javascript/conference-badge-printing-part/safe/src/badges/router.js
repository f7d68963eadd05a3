import Router from '@koa/router'
import { koaBody } from 'koa-body'
import { deskStaff } from '../auth.js'
import { attendeesById } from '../attendees.js'
import { PRINTERS, printBadges, statistics } from './print.js'
import { renderBadges } from './render.js'

const router = new Router({ prefix: '/badges' })

router.use(deskStaff)

router.post('/print', koaBody({ jsonLimit: '64kb' }), async (ctx) => {
  const { ids, printer, title } = ctx.request.body
  ctx.assert(Array.isArray(ids) && ids.length > 0 && ids.length <= 50, 400, 'ids')
  ctx.assert(PRINTERS.has(printer), 400, 'printer')
  ctx.assert(title === undefined || (typeof title === 'string' && title.length <= 80), 400, 'title')

  const attendees = await attendeesById(ids.map(Number))
  ctx.assert(attendees.length === ids.length, 404, 'attendee')

  const file = await renderBadges(attendees)
  await printBadges(file, { printer, title: title || `Badges (${attendees.length})` })
  ctx.status = 202
  ctx.body = { printed: attendees.length }
})

router.get('/printers', (ctx) => {
  ctx.body = [...PRINTERS]
})

router.get('/status', (ctx) => {
  ctx.body = statistics()
})

export default router
