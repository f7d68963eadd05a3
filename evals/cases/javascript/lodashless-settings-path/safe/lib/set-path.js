// small replacement for lodash.set, we only need plain objects
module.exports = function setPath(target, dotted, value) {
  const keys = dotted.split('.');
  const last = keys.pop();
  let node = target;
  for (const key of keys) {
    if (!Object.hasOwn(node, key)) {
      if (key === '__proto__') throw new RangeError('bad setting name');
      node[key] = {};
    }
    node = node[key];
  }
  if (last === '__proto__') throw new RangeError('bad setting name');
  node[last] = value;
  return target;
};
