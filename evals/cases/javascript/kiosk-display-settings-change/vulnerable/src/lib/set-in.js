'use strict'

function isObject (value) {
  return typeof value === 'object' && value !== null
}

/**
 * setIn(settings, 'clock.face.color', 'red')
 *
 * Objects on the way are made if they are missing.
 */
function setIn (target, path, value) {
  const keys = path.split('.')
  const last = keys.pop()
  let node = target
  for (const key of keys) {
    if (!isObject(node[key])) {
      node[key] = {}
    }
    node = node[key]
  }
  node[last] = value
  return target
}

/** getIn(settings, 'clock.face.color') */
function getIn (source, path) {
  return path
    .split('.')
    .reduce((node, key) => (isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined), source)
}

module.exports = { getIn, setIn }
