const express = require('express')

/**
 * What the terminals at the lockers talk to. Terminals identify themselves
 * with a client certificate, which the proxy in front checks.
 */
module.exports = function lockerRoutes (db) {
  const router = express.Router()
  const lockers = db.collection('lockers')

  router.get('/:locker/free', (req, res, next) => {
    lockers
      .findOne({ _id: req.params.locker }, { projection: { free: 1 } })
      .then((locker) => (locker ? res.json({ free: locker.free }) : res.sendStatus(404)))
      .catch(next)
  })

  return router
}
