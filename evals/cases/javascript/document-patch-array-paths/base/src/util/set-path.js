'use strict'

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor'])

function isContainer (value) {
  return value !== null && typeof value === 'object'
}

/**
 * Writes a value deep into an object and makes the folders on the way.
 *
 *   setPath(doc, 'owner.address.city', 'Graz')
 */
function setPath (target, path, value) {
  const keys = String(path).split('.')
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
