const { randomUUID } = require('crypto')
const express = require('express')
const argon2 = require('argon2')
const rateLimit = require('express-rate-limit')
const { csrfSync } = require('csrf-sync')
const staff = require('../lib/staff')

const router = express.Router()
const { csrfSynchronisedProtection } = csrfSync()

const slowDown = rateLimit({ windowMs: 15 * 60 * 1000, limit: 20 })

// verified when nobody has that number, so that both answers take as long
const placeholder = argon2.hash(randomUUID())

router.use(csrfSynchronisedProtection)

router.post('/login', slowDown, function (req, res, next) {
  const number = String(req.body.staffNumber)
  const password = String(req.body.password)

  staff.findByNumber(number)
    .then(async (user) => {
      const ok = await argon2.verify(user ? user.passwordHash : await placeholder, password)
      if (!user || !ok) {
        return res.status(401).render('login', { error: 'Number or password is wrong' })
      }
      req.session.regenerate(function (err) {
        if (err) return next(err)
        req.session.userId = user.id
        req.session.ward = user.ward
        res.redirect('/wards/' + encodeURIComponent(user.ward))
      })
    })
    .catch(next)
})

router.post('/logout', function (req, res, next) {
  req.session.destroy(function (err) {
    if (err) return next(err)
    res.clearCookie('clinic.sid')
    res.redirect('/login')
  })
})

module.exports = router
