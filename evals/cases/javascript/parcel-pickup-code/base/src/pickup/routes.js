const express = require('express')
const { terminalOnly } = require('../terminals')
const { slowDown } = require('../limits')
const parcels = require('./parcels')

const router = express.Router()
router.use(express.json({ limit: '4kb' }), terminalOnly)

router.get('/arrived', async (req, res, next) => {
  try {
    const midnight = new Date().setHours(0, 0, 0, 0)
    res.json(await parcels.arrived(new Date(midnight)))
  } catch (err) {
    next(err)
  }
})

module.exports = router
