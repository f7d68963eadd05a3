const express = require('express')
const rateLimit = require('express-rate-limit')

const { openCompartment } = require('./hardware')

/**
 * What the terminals at the lockers talk to. Terminals identify themselves
 * with a client certificate, which the proxy in front checks; the person in
 * front of the terminal only has the code.
 */
module.exports = function lockerRoutes (db) {
  const router = express.Router()
  const parcels = db.collection('parcels')
  const lockers = db.collection('lockers')

  const perTerminal = rateLimit({ windowMs: 60 * 1000, limit: 10, standardHeaders: true })

  router.use(express.json({ limit: '10kb' }))

  router.get('/:locker/free', (req, res, next) => {
    lockers
      .findOne({ _id: req.params.locker }, { projection: { free: 1 } })
      .then((locker) => (locker ? res.json({ free: locker.free }) : res.sendStatus(404)))
      .catch(next)
  })

  router.post('/pickup', perTerminal, async (req, res, next) => {
    const { locker, code } = req.body
    if (!locker || !code) {
      return res.status(400).json({ error: 'locker and code are needed' })
    }

    try {
      const parcel = await parcels.findOne({ locker, code, state: 'stored' })
      if (!parcel) {
        return res.status(404).json({ error: 'wrong code' })
      }
      await openCompartment(parcel.locker, parcel.compartment)
      await parcels.updateOne(
        { _id: parcel._id },
        { $set: { state: 'collected', collectedAt: new Date() }, $unset: { code: '' } }
      )
      await lockers.updateOne({ _id: parcel.locker }, { $inc: { free: 1 } })
      res.json({ compartment: parcel.compartment })
    } catch (err) {
      next(err)
    }
  })

  return router
}
