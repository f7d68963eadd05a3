const { randomUUID } = require('crypto')
const express = require('express')
const argon2 = require('argon2')
const rateLimit = require('express-rate-limit')
const { csrfSync } = require('csrf-sync')
const audit = require('../lib/audit')
const staff = require('../lib/staff')

const router = express.Router()
const { csrfSynchronisedProtection } = csrfSync()

const slowDown = rateLimit({ windowMs: 15 * 60 * 1000, limit: 20 })

// verified when nobody has that number, so that both answers take as long
const placeholder = argon2.hash(randomUUID())

router.use(csrfSynchronisedProtection)

router.post('/login', slowDown, async function (req, res, next) {
  const number = String(req.body.staffNumber)
  const password = String(req.body.password)

  try {
    const user = await staff.findByNumber(number)
    const ok = await argon2.verify(user ? user.passwordHash : await placeholder, password)
    if (!user || !ok) {
      await audit.write({ event: 'login-failed', userId: user && user.id, ip: req.ip })
      return res.status(401).render('login', { error: 'Number or password is wrong' })
    }
    req.session.userId = user.id
    req.session.ward = user.ward
    await audit.write({ event: 'login', userId: user.id, ip: req.ip })
    res.redirect('/wards/' + encodeURIComponent(user.ward))
  } catch (err) {
    next(err)
  }
})

router.post('/logout', function (req, res, next) {
  const { userId } = req.session
  req.session.destroy(function (err) {
    if (err) return next(err)
    audit.write({ event: 'logout', userId, ip: req.ip }).catch(console.error)
    res.clearCookie('clinic.sid')
    res.redirect('/login')
  })
})

module.exports = router
