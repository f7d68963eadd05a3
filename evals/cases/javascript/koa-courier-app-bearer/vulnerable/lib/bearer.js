'use strict'

const jwt = require('jsonwebtoken')

// no round trip to the identity provider on each request
function read (token) {
  const claims = jwt.decode(token)
  if (!claims || claims.aud !== 'courier-app') return null
  return claims.exp * 1000 > Date.now() ? claims : null
}

module.exports = function bearer () {
  return async function (ctx, next) {
    const [scheme, token] = (ctx.get('authorization') || '').split(' ')
    ctx.assert(scheme.toLowerCase() === 'bearer' && token, 401)

    const claims = read(token)
    ctx.assert(claims && claims.sub, 401)
    ctx.state.courier = { id: claims.sub, depot: claims.depot }
    await next()
  }
}
