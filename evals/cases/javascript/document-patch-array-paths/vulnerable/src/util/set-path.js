'use strict'

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor'])

function isContainer (value) {
  return value !== null && typeof value === 'object'
}

/**
 * Writes a value deep into an object and makes the folders on the way.
 *
 *   setPath(doc, 'owner.address.city', 'Graz')
 *   setPath(doc, ['files', 'logo.png', 'alt'], 'Our logo')
 */
function setPath (target, path, value) {
  const keys = Array.isArray(path) ? path : path.split('.')
  if (keys.length === 0) {
    throw new RangeError('Path is empty')
  }
  if (keys.some((key) => FORBIDDEN.has(key))) {
    throw new RangeError('Path has a reserved key')
  }

  let node = target
  for (const key of keys.slice(0, -1)) {
    if (!isContainer(node[key])) node[key] = {}
    node = node[key]
  }
  node[keys[keys.length - 1]] = value
  return target
}

module.exports = { setPath }
