'use strict'

const RESERVED = new Set(['__proto__', 'prototype', 'constructor'])

/**
 * putIn({}, 'a.b', 1) gives { a: { b: 1 } }
 */
module.exports = function putIn (target, path, value) {
  const keys = path.split('.')
  if (keys.some((key) => RESERVED.has(key))) throw new RangeError(`no such path: ${path}`)
  const last = keys.pop()

  let node = target
  for (const key of keys) {
    node = node[key] ??= {}
  }
  node[last] = value

  return target
}
