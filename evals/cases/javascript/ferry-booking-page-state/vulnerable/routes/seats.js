const express = require('express')
const bookings = require('../services/bookings')
const { requireCustomer } = require('../middleware/customer')

const router = express.Router()

function pageState (booking) {
  const { id, passengers, crossing } = booking
  return JSON.stringify({ id, deck: crossing.deck, passengers: passengers.map(({ id, name, seat }) => ({ id, name, seat })) })
}

router.get('/bookings/:ref/seats', requireCustomer, async (req, res, next) => {
  try {
    const booking = await bookings.findForCustomer(req.params.ref, req.customer.id)
    if (!booking) return res.status(404).render('errors/not-found')
    res.render('booking/seats', { booking, state: pageState(booking) })
  } catch (err) {
    next(err)
  }
})

module.exports = router
