const express = require('express')
const { stringify } = require('csv-stringify/sync')
const bookings = require('../store/bookings')
const { staff } = require('../middleware/session')

const router = express.Router()

const wrap = (fn) => (req, res, next) => fn(req, res).catch(next)
const COLUMNS = ['id', 'guest', 'phone', 'arrives_on', 'nights']

// the calendar on the public page
router.get('/free', wrap(async (req, res) => {
  res.json(await bookings.freeNights(Number(req.query.month), Number(req.query.year)))
}))

router.get('/export.csv', wrap(async (req, res) => {
  const rows = await bookings.ofSeason(Number(req.query.year))
  res.attachment('bookings.csv')
  res.type('text/csv').send(stringify(rows, { header: true, columns: COLUMNS, escape_formulas: true }))
}))

router.use(staff)

router.get('/', wrap(async (req, res) => {
  res.json(await bookings.ofSeason(new Date().getFullYear()))
}))

router.get('/:id', wrap(async (req, res) => {
  const booking = await bookings.find(Number(req.params.id))
  if (!booking) return res.sendStatus(404)
  res.json(booking)
}))

router.post('/:id/cancel', wrap(async (req, res) => {
  await bookings.cancel(Number(req.params.id), req.staff.id)
  res.sendStatus(204)
}))

module.exports = router
