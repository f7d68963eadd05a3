export type PlainObject = Record<string, unknown>;

const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function deepAssign(target: PlainObject, source: PlainObject): PlainObject {
  for (const [key, value] of Object.entries(source)) {
    if (RESERVED.has(key)) {
      continue;
    }
    if (isPlainObject(value) && isPlainObject(target[key])) {
      deepAssign(target[key] as PlainObject, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}
