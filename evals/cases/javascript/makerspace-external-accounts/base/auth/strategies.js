'use strict'

const passport = require('passport')
const OpenIDConnectStrategy = require('passport-openidconnect')
const { linkGoogle, LinkError } = require('./link-account')

const toProfile = (claims) => ({
  subject: claims.sub,
  email: String(claims.email || '').toLowerCase(),
  emailVerified: claims.email_verified === true
})

const lookUp = (issuer, profile, done) => {
  linkGoogle(toProfile(profile._json)).then(
    (member) => done(null, member),
    (err) => (err instanceof LinkError ? done(null, false, { message: err.code }) : done(err))
  )
}

module.exports = function setUp ({ google }) {
  passport.use('google', new OpenIDConnectStrategy({ ...google, skipUserProfile: false }, lookUp))
  return passport
}
