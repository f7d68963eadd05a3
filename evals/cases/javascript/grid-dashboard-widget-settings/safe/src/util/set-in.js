'use strict';

const RESERVED = new Set(['__proto__', 'prototype', 'constructor']);

const isContainer = (value) => typeof value === 'object' && value !== null;

/**
 * setIn({ a: {} }, 'a.b.c', 1) makes { a: { b: { c: 1 } } }. Changes the
 * object that it is given.
 */
function setIn(target, dotted, value) {
  const keys = dotted.split('.');
  if (keys.some((key) => RESERVED.has(key))) {
    throw new RangeError(`not a path: ${dotted}`);
  }
  const last = keys.pop();

  let node = target;
  for (const key of keys) {
    if (!isContainer(node[key])) {
      node[key] = {};
    }
    node = node[key];
  }
  node[last] = value;
  return target;
}

module.exports = { setIn };
