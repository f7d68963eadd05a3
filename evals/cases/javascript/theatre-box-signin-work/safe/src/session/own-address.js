const { baseUrl } = require('../config')

/**
 * An absolute address on this site, or null.
 */
function ownAddress (text) {
  if (typeof text !== 'string' || !URL.canParse(text, baseUrl)) return null
  const url = new URL(text, baseUrl)
  return url.origin === new URL(baseUrl).origin ? url.href : null
}

module.exports = { ownAddress }
