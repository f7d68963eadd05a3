const express = require('express')
const bcrypt = require('bcrypt')
const { authenticator } = require('otplib')
const members = require('../db/members')
const { slowDown } = require('./slow-down')

const router = express.Router()
const form = express.urlencoded({ extended: false })
const NOBODY = bcrypt.hashSync(require('crypto').randomUUID(), 12)

router.get('/login', (req, res) => res.render('login'))

router.post('/login', slowDown, form, async (req, res, next) => {
  try {
    const member = await members.byEmail(String(req.body.email))
    const ok = await bcrypt.compare(String(req.body.password), member ? member.passwordHash : NOBODY)
    if (!member || !ok) {
      return res.status(401).render('login', { error: 'That did not match.' })
    }
    req.session.regenerate(err => {
      if (err) return next(err)
      req.session.memberId = member.id
      if (member.totpSecret) {
        return res.redirect('/login/code')
      }
      res.redirect('/accounts')
    })
  } catch (err) {
    next(err)
  }
})

router.get('/login/code', (req, res) => res.render('login-code'))

router.post('/login/code', slowDown, form, async (req, res, next) => {
  try {
    const member = await members.byId(req.session.memberId)
    if (!member) return res.redirect('/login')
    if (!authenticator.check(String(req.body.code), member.totpSecret)) {
      return res.status(401).render('login-code', { error: 'That did not match.' })
    }
    res.redirect('/accounts')
  } catch (err) {
    next(err)
  }
})

module.exports = router
