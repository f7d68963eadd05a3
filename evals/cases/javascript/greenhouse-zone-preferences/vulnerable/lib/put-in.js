'use strict'

/**
 * putIn({}, 'a.b', 1) gives { a: { b: 1 } }
 */
module.exports = function putIn (target, path, value) {
  const keys = path.split('.')
  const last = keys.pop()

  let node = target
  for (const key of keys) {
    node = node[key] ??= {}
  }
  node[last] = value

  return target
}
