'use strict'

const { badgeReader } = require('../lib/badge')
const badgeServer = require('../lib/badge-server')

const read = badgeReader(badgeServer.key)

module.exports = async function crew (ctx, next) {
  const [scheme, token] = (ctx.get('authorization') || '').split(' ')
  ctx.assert(scheme === 'Bearer' && token, 401)
  try {
    const claims = await read(token)
    ctx.state.crew = { id: claims.sub, department: claims.department }
  } catch (err) {
    ctx.log.warn({ reason: err.message }, 'badge refused')
    ctx.throw(401)
  }
  await next()
}
