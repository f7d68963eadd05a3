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

  const fewTries = rateLimit({ windowMs: 60_000, limit: 5, keyGenerator: req => req.kiosk.id })

  router.post('/lockers/:number(\\d+)/release', fewTries, express.json(), async (req, res, next) => {
    try {
      const { code } = req.body
      if (!code) {
        return res.status(400).json({ error: 'code is missing' })
      }
      const opened = await lockers.release(Number(req.params.number), code)
      res.sendStatus(opened ? 204 : 404)
    } catch (err) {
      next(err)
    }
  })

  return router
}
