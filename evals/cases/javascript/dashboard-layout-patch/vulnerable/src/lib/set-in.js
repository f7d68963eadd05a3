/**
 * setIn({}, 'widgets.map.zoom', 4) makes { widgets: { map: { zoom: 4 } } }
 */
export function setIn(target, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  let node = target;
  for (const key of keys) {
    if (typeof node[key] !== 'object' || node[key] === null) {
      node[key] = {};
    }
    node = node[key];
  }
  node[last] = value;
  return target;
}
