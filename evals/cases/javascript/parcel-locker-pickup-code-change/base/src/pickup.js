import { Router, json } from 'express'
import rateLimit from 'express-rate-limit'
import { parcels } from './db.js'
import { openDoor } from './doors.js'

export const pickup = Router()

// the terminals have one address each
const attempts = rateLimit({
  windowMs: 10 * 60 * 1000,
  limit: 20,
  standardHeaders: true,
  legacyHeaders: false
})

async function handOver (parcel) {
  await openDoor(parcel.locker, parcel.door)
  await parcels.updateOne(
    { _id: parcel._id },
    { $set: { state: 'collected', collectedAt: new Date() } }
  )
}

// link from the message to the recipient
pickup.post('/pickup/:token', attempts, async (req, res, next) => {
  try {
    const parcel = await parcels.findOne({ token: req.params.token, state: 'waiting' })
    if (!parcel) {
      return res.status(404).json({ error: 'There is no such parcel' })
    }
    await handOver(parcel)
    res.json({ door: parcel.door })
  } catch (err) {
    next(err)
  }
})
