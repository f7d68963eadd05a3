const express = require('express')
const passport = require('passport')

const router = express.Router()
const saml = { failureRedirect: '/sso/failed' }

router.get('/sso', (req, res, next) => {
  // some identity providers cut RelayState off after 80 characters
  req.session.returnTo = req.query.return
  req.session.save(next)
}, passport.authenticate('saml', saml))

router.post(
  '/sso/callback',
  express.urlencoded({ extended: false, limit: '200kb' }),
  passport.authenticate('saml', { ...saml, keepSessionInfo: true }),
  (req, res) => {
    const target = req.session.returnTo
    delete req.session.returnTo
    res.redirect(target || '/')
  }
)

router.get('/sso/failed', (req, res) => {
  res.status(403).render('sso-failed', { support: req.app.locals.supportMail })
})

module.exports = router
