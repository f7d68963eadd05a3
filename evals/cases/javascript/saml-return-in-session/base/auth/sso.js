const express = require('express')
const passport = require('passport')
const localPath = require('./local-path')

const router = express.Router()
const saml = { failureRedirect: '/sso/failed' }

router.get('/sso', (req, res, next) => {
  req.query.RelayState = req.query.return
  next()
}, passport.authenticate('saml', saml))

router.post(
  '/sso/callback',
  express.urlencoded({ extended: false, limit: '200kb' }),
  passport.authenticate('saml', saml),
  (req, res) => {
    const target = localPath(req.body.RelayState)
    res.redirect(target)
  }
)

router.get('/sso/failed', (req, res) => {
  res.status(403).render('sso-failed', { support: req.app.locals.supportMail })
})

module.exports = router
