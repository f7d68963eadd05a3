const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value)

/**
 * Copies the settings of `source` over those of `target`, level by level.
 * Lists are joined: [...old, ...new] without the doubles.
 */
export function merge (target, source) {
  for (const key of Object.keys(source)) {
    const value = source[key]
    if (Array.isArray(value) && Array.isArray(target[key])) {
      target[key] = [...new Set([...target[key], ...value])]
    } else if (isObject(value)) {
      target[key] = merge(isObject(target[key]) ? target[key] : {}, value)
    } else if (value !== undefined) {
      target[key] = value
    }
  }
  return target
}
