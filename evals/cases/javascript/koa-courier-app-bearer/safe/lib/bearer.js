'use strict'

const jwt = require('jsonwebtoken')
const jwksClient = require('jwks-rsa')
const config = require('./config')

// one fetch per key and ten hours, instead of one per request
const client = jwksClient({ jwksUri: config.jwksUri, cache: true, cacheMaxAge: 36e6, rateLimit: true })

const options = { algorithms: ['RS256'], issuer: config.issuer, audience: 'courier-app' }

const getKey = (header, done) =>
  client.getSigningKey(header.kid, (err, key) => done(err, key && key.getPublicKey()))

function read (token) {
  return new Promise((resolve) => {
    jwt.verify(token, getKey, options, (err, claims) => resolve(err ? null : claims))
  })
}

module.exports = function bearer () {
  return async function (ctx, next) {
    const [scheme, token] = (ctx.get('authorization') || '').split(' ')
    ctx.assert(scheme.toLowerCase() === 'bearer' && token, 401)

    const claims = await read(token)
    ctx.assert(claims && claims.sub, 401)
    ctx.state.courier = { id: claims.sub, depot: claims.depot }
    await next()
  }
}
