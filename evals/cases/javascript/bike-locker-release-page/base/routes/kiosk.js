const express = require('express')
const { rateLimit } = require('express-rate-limit')
const { kioskCertificate } = require('../middleware/kiosk-certificate')

module.exports = function kiosk (lockers) {
  const router = express.Router()
  router.use(kioskCertificate)

  router.get('/free', async (req, res, next) => {
    try {
      res.json(await lockers.free(req.kiosk.station))
    } catch (err) {
      next(err)
    }
  })

  return router
}
