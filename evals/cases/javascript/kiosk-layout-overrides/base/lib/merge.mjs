const SKIP = new Set(['__proto__', 'constructor', 'prototype'])
const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value)

/** Copies the settings of `source` over those of `target`, level by level. */
export function merge (target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (SKIP.has(key)) continue
    if (isObject(value) && isObject(target[key])) {
      merge(target[key], value)
    } else {
      target[key] = value
    }
  }
  return target
}
