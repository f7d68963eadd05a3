const Router = require('@koa/router')
const lockers = require('../lib/lockers')
const { operatorOnly } = require('../lib/auth')

const router = new Router({ prefix: '/lockers' })
router.use(operatorOnly)

const MAX_CODES = 50

// GET /lockers/status?codes=BRN-014,BRN-015
router.get('/status', async (ctx) => {
  const codes = String(ctx.query.codes || '')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean)

  ctx.assert(codes.length > 0 && codes.length <= MAX_CODES, 400, 'between 1 and 50 codes')
  ctx.body = (await Promise.all(codes.map(lockers.byCode))).filter(Boolean)
})

router.post('/:code/open', async (ctx) => {
  const ok = await lockers.markOpened(ctx.params.code, ctx.state.operator.id)
  ctx.assert(ok, 404)
  ctx.status = 204
})

module.exports = router
