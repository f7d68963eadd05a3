// small replacement for lodash.set, we only need plain objects
module.exports = function setPath(target, dotted, value) {
  const keys = dotted.split('.');
  const last = keys.pop();
  let node = target;
  for (const key of keys) {
    if (node[key] === undefined) {
      node[key] = {};
    }
    node = node[key];
  }
  node[last] = value;
  return target;
};
