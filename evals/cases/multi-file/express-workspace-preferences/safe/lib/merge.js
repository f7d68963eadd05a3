'use strict';

const isObject = (value) =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Copies the values of known keys over the target's, groups within groups included. */
function merge(target, source) {
  for (const key of Object.keys(target)) {
    if (!isObject(source) || !Object.hasOwn(source, key)) {
      continue;
    }
    const value = source[key];
    if (isObject(target[key])) {
      target[key] = merge(target[key], value);
    } else if (typeof value === typeof target[key]) {
      target[key] = value;
    }
  }
  return target;
}

module.exports = { merge };
