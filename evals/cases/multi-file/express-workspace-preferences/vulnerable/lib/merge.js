'use strict';

const isObject = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Copies the values that are given over the target's, groups within groups included. */
function merge(target, source) {
  for (const key in source) {
    const value = source[key];
    if (isObject(value)) {
      target[key] = merge(target[key] || {}, value);
    } else if (value !== undefined) {
      target[key] = value;
    }
  }
  return target;
}

module.exports = { merge };
