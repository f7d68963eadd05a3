const config = require('../config')

const HOSTS = new Set(config.hosts)

// gives a path on one of our own hosts, or the fallback
exports.ownUrl = function ownUrl (value, fallback) {
  if (typeof value !== 'string') return fallback
  let url
  try {
    url = new URL(value, config.origin)
  } catch (err) {
    return fallback
  }
  if (url.protocol !== 'https:' || !HOSTS.has(url.host)) return fallback
  return url.href
}
