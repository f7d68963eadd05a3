const express = require('express')
const bookings = require('../services/bookings')
const { requireCustomer } = require('../middleware/customer')

const router = express.Router()

router.get('/bookings/:ref/seats', requireCustomer, async (req, res, next) => {
  try {
    const booking = await bookings.findForCustomer(req.params.ref, req.customer.id)
    if (!booking) return res.status(404).render('errors/not-found')
    res.render('booking/seats', { booking })
  } catch (err) {
    next(err)
  }
})

module.exports = router
