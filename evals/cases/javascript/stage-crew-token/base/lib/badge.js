'use strict'

const jwt = require('jsonwebtoken')

const OPTIONS = { algorithms: ['RS256'], issuer: 'https://badges.stagehouse.example', audience: 'crew' }

/** @param {(kid: string) => Promise<string>} fetchKey */
function badgeReader (fetchKey) {
  return async function read (token) {
    const { header } = jwt.decode(token, { complete: true }) || {}
    if (!header) throw new Error('no token')
    return jwt.verify(token, await fetchKey(header.kid), OPTIONS)
  }
}

module.exports = { badgeReader }
