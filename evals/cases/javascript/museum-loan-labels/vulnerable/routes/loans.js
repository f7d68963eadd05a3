import Router from '@koa/router'
import { staffOnly } from '../auth.js'
import * as loans from '../models/loans.js'
import { money } from '../format.js'

const router = new Router({ prefix: '/loans' })

router.use(staffOnly)

router.get('/:number/sheet', async (ctx) => {
  const loan = await loans.byNumber(Number(ctx.params.number))
  ctx.assert(loan, 404)
  await ctx.render('loans/sheet', { loan, money, user: ctx.state.user })
})

export default router
