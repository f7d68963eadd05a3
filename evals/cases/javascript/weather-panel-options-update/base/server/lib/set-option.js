'use strict';

const REFUSED = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * setOption(options, 'legend.position', 'top')
 */
function setOption(options, path, value) {
  const keys = path.split('.');
  if (keys.some((key) => REFUSED.has(key))) {
    throw new RangeError(`No such option: ${path}`);
  }
  const last = keys.pop();
  let node = options;
  for (const key of keys) {
    if (typeof node[key] !== 'object' || node[key] === null) {
      node[key] = {};
    }
    node = node[key];
  }
  node[last] = value;
  return options;
}

module.exports = { setOption };
