export function pick(source, keys) {
  return Object.fromEntries(keys.filter((k) => Object.hasOwn(source, k)).map((k) => [k, source[k]]));
}

export function isPlain(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Copies `patch` over `target`, level by level; null removes a setting. */
export function deepMerge(target, patch) {
  for (const key of Object.keys(patch)) {
    if (RESERVED.has(key)) continue;
    const value = patch[key];
    if (value === null) {
      delete target[key];
    } else if (isPlain(value) && isPlain(target[key])) {
      deepMerge(target[key], value);
    } else {
      target[key] = value;
    }
  }
  return target;
}
