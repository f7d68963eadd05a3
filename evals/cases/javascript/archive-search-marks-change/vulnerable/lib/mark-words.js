'use strict'

const escapeRegExp = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Puts <mark> around each of the words.
 */
function markWords (excerpt, words) {
  const wanted = words.filter((word) => word.length > 1).map(escapeRegExp)
  if (wanted.length === 0) return excerpt
  const pattern = new RegExp(`(${wanted.join('|')})`, 'gi')
  return excerpt.replace(pattern, '<mark>$1</mark>')
}

module.exports = { markWords }
