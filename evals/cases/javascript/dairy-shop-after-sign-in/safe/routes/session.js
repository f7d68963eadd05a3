'use strict'

const express = require('express')
const passport = require('passport')

const router = express.Router()
const DOMAIN = 'meadowdairy.example'
const ORIGIN = `https://shop.${DOMAIN}`
const HOME = `${ORIGIN}/`

// a path, or an address on recipes. or help.
function destination (value) {
  if (typeof value !== 'string' || !URL.canParse(value, ORIGIN)) {
    return HOME
  }
  const url = new URL(value, ORIGIN)
  const ours = url.hostname === DOMAIN || url.hostname.endsWith(`.${DOMAIN}`)
  return ours && url.protocol === 'https:' ? url.href : HOME
}

router.get('/sign-in', (req, res, next) => {
  req.session.returnTo = destination(req.query.return_to)
  passport.authenticate('openidconnect')(req, res, next)
})

router.get(
  '/sign-in/callback',
  passport.authenticate('openidconnect', { failureRedirect: '/sign-in/failed', keepSessionInfo: true }),
  (req, res) => {
    const { returnTo = HOME } = req.session
    delete req.session.returnTo
    res.redirect(returnTo)
  }
)

router.get('/sign-in/failed', (req, res) => {
  res.status(401).render('sign-in-failed', { home: HOME })
})

router.post('/sign-out', (req, res, next) => {
  req.logout((err) => {
    if (err) {
      return next(err)
    }
    res.redirect(HOME)
  })
})

module.exports = router
