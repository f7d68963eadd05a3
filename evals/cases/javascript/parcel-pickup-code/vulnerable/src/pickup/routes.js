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

router.post('/claim', slowDown, async (req, res, next) => {
  const { phone, code } = req.body
  if (!phone || !code) {
    return res.status(400).json({ error: 'phone and code are needed' })
  }
  try {
    const parcel = await parcels.claim(phone, code)
    if (!parcel) return res.status(404).json({ error: 'no parcel with this code' })
    return res.json(parcel)
  } catch (err) {
    return next(err)
  }
})

module.exports = router
