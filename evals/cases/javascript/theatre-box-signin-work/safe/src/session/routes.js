const express = require('express')
const rateLimit = require('express-rate-limit')
const { checkPassword, redeemMailCode } = require('./credentials')
const { finishSignIn } = require('./finish-sign-in')

const router = express.Router()
router.use(express.urlencoded({ extended: false }), rateLimit({ windowMs: 60_000, limit: 10 }))

router.post('/sign-in', async (req, res, next) => {
  try {
    const patron = await checkPassword(String(req.body.email), String(req.body.password))
    if (!patron) return res.status(401).render('sign-in', { failed: true })
    finishSignIn(req, res, next, { patron, returnTo: req.body.returnTo })
  } catch (err) {
    next(err)
  }
})

router.post('/sign-in/code', async (req, res, next) => {
  try {
    const patron = await redeemMailCode(String(req.body.email), String(req.body.code))
    if (!patron) return res.status(401).render('sign-in-code', { failed: true })
    finishSignIn(req, res, next, { patron, returnTo: req.body.returnTo })
  } catch (err) {
    next(err)
  }
})

module.exports = router
