const express = require('express')
const rateLimit = require('express-rate-limit')
const { checkPassword, redeemMailCode } = require('./credentials')
const { ownAddress } = require('./own-address')

const router = express.Router()
router.use(express.urlencoded({ extended: false }), rateLimit({ windowMs: 60_000, limit: 10 }))

router.post('/sign-in', async (req, res, next) => {
  try {
    const patron = await checkPassword(String(req.body.email), String(req.body.password))
    if (!patron) return res.status(401).render('sign-in', { failed: true })
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.patronId = patron.id
      res.redirect(303, ownAddress(req.body.returnTo) || '/account')
    })
  } catch (err) {
    next(err)
  }
})

router.post('/sign-in/code', async (req, res, next) => {
  try {
    const patron = await redeemMailCode(String(req.body.email), String(req.body.code))
    if (!patron) return res.status(401).render('sign-in-code', { failed: true })
    req.session.regenerate((err) => {
      if (err) return next(err)
      req.session.patronId = patron.id
      res.redirect(303, '/account')
    })
  } catch (err) {
    next(err)
  }
})

module.exports = router
