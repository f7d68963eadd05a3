const { Router } = require('express')
const { requireOffice } = require('./auth')
const db = require('./db')

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

module.exports = function timesheets () {
  const router = Router()

  router.param('month', (req, res, next, month) => {
    if (!MONTH.test(month)) return res.status(400).json({ error: 'month' })
    next()
  })

  router.get('/health', (req, res) => res.json({ ok: true }))

  router.use(requireOffice)

  router.get('/month/:month', (req, res, next) => {
    db('shifts')
      .where({ month: req.params.month })
      .orderBy('day')
      .then((rows) => res.json(rows))
      .catch(next)
  })

  router.post('/month/:month/close', (req, res, next) => {
    db('months')
      .where({ month: req.params.month, closed_at: null })
      .update({ closed_at: db.fn.now(), closed_by: req.user.id })
      .then((n) => res.status(n ? 204 : 409).end())
      .catch(next)
  })

  return router
}
