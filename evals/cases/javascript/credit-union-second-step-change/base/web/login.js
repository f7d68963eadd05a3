const express = require('express')
const bcrypt = require('bcrypt')
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
      res.redirect('/accounts')
    })
  } catch (err) {
    next(err)
  }
})

module.exports = router
