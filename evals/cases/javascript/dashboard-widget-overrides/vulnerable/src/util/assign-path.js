/**
 * assignPath({}, 'chart.axis.min', 0) gives { chart: { axis: { min: 0 } } }
 */
export function assignPath (target, path, value) {
  const keys = path.split('.')
  const last = keys.pop()
  let node = target
  for (const key of keys) {
    if (node[key] === undefined || node[key] === null) node[key] = {}
    node = node[key]
    if (typeof node !== 'object') throw new RangeError(`no settings below ${key}`)
  }
  node[last] = value
  return target
}
