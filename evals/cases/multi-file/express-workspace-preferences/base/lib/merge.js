'use strict';

/** Copies the values that are given over the target's. */
function merge(target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (value !== undefined && Object.hasOwn(target, key)) {
      Object.defineProperty(target, key, { value, enumerable: true, writable: true });
    }
  }
  return target;
}

module.exports = { merge };
