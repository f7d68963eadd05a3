'use strict'

const passport = require('passport')
const OpenIDConnectStrategy = require('passport-openidconnect')
const { linkAccount, LinkError } = require('./link-account')

const toProfile = (claims) => ({
  subject: claims.sub,
  email: String(claims.email || '').toLowerCase(),
  emailVerified: claims.email_verified === true
})

const lookUp = (provider) => (issuer, profile, done) => {
  linkAccount(provider, toProfile(profile._json)).then(
    (member) => done(null, member),
    (err) => (err instanceof LinkError ? done(null, false, { message: err.code }) : done(err))
  )
}

// providers: { google: {...}, keycloak: {...}, gitea: {...} }
module.exports = function setUp (providers) {
  for (const [name, options] of Object.entries(providers)) {
    passport.use(name, new OpenIDConnectStrategy({ ...options, skipUserProfile: false }, lookUp(name)))
  }
  return passport
}
