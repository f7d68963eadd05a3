const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Deep: objects are merged, everything else is replaced. */
export function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (RESERVED.has(key)) continue;
    const value = source[key];
    if (isPlain(value)) {
      target[key] = merge(Object.hasOwn(target, key) && isPlain(target[key]) ? target[key] : {}, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}
