'use strict';

/** Sets a value deep in an object, and makes the objects on the way. */
module.exports = function setIn(target, path, value) {
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
};
