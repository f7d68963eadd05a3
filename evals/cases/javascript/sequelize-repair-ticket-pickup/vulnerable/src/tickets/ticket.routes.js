const { Router } = require('express')
const { body, param, matchedData, validationResult } = require('express-validator')
const { signedIn } = require('../auth')
const tickets = require('./ticket.service')

const wrap = handler => (req, res, next) => handler(req, res).catch(next)

const router = Router()
router.use(signedIn)

router.get('/', wrap(async (req, res) => {
  res.json(await tickets.listFor(req.customer.id))
}))

router.get('/:id', wrap(async (req, res) => {
  res.json(await tickets.show(req.customer.id, req.params.id))
}))

router.patch('/:id/pickup', param('id').isInt(), body('date').isISO8601(), wrap(async (req, res) => {
  if (!validationResult(req).isEmpty()) return res.sendStatus(422)
  const { id, date } = matchedData(req)
  res.json(await tickets.reschedule(id, date))
}))

module.exports = router
