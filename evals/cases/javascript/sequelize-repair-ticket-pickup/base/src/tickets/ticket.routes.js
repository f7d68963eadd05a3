const { Router } = require('express')
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

module.exports = router
