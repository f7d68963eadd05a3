'use strict';

const isIndex = (key) => /^\d{1,3}$/.test(key);

/**
 * setOption(options, 'axes[1].legend.position', 'top')
 */
function setOption(options, path, value) {
  const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean);
  if (keys.length === 0) {
    throw new RangeError('Empty path');
  }
  const last = keys.pop();
  let node = options;
  keys.forEach((key, n) => {
    if (typeof node[key] !== 'object' || node[key] === null) {
      const following = keys[n + 1] ?? last;
      node[key] = isIndex(following) ? [] : {};
    }
    node = node[key];
  });
  node[last] = value;
  return options;
}

module.exports = { setOption };
