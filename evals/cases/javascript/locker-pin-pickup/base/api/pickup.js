const express = require('express')
const mongoose = require('mongoose')
const limiter = require('./limiter')
const { open } = require('./hardware')

const Locker = mongoose.model(
  'Locker',
  new mongoose.Schema({
    number: Number,
    // older modules send numbers, newer ones may send text with leading zeros
    pin: mongoose.Schema.Types.Mixed,
    state: { type: String, enum: ['free', 'waiting', 'collected'] },
    collectedAt: Date
  })
)

const router = express.Router()

router.post('/pickup', express.json(), limiter('pickup', { points: 5, minutes: 10 }), async (req, res, next) => {
  try {
    const locker = Number(req.body.locker)
    const pin = String(req.body.pin)

    const found = await Locker.findOneAndUpdate(
      { number: locker, pin, state: 'waiting' },
      { $set: { state: 'collected', collectedAt: new Date() } }
    )
    if (!found) return res.status(403).json({ error: 'wrong locker or pin' })

    await open(found.number)
    res.json({ opened: found.number })
  } catch (err) {
    next(err)
  }
})

module.exports = router
