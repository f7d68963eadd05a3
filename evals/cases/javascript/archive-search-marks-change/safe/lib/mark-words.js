'use strict'

const escapeHtml = require('escape-html')

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Puts <mark> around each of the words.
 */
function markWords (excerpt, words) {
  const wanted = words.filter((word) => word.length > 1).map(escapeRegExp)
  if (wanted.length === 0) return escapeHtml(excerpt)
  const pattern = new RegExp(`(${wanted.join('|')})`, 'gi')
  // odd parts are the matches
  return excerpt
    .split(pattern)
    .map((part, n) => n % 2 ? `<mark>${escapeHtml(part)}</mark>` : escapeHtml(part))
    .join('')
}

module.exports = { markWords }
