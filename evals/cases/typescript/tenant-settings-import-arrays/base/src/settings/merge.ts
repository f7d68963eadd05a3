export type Settings = { [key: string]: unknown };

const SKIPPED = new Set(['__proto__', 'constructor', 'prototype']);

const isObject = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merges `from` into `into`, in place. */
export function merge(into: Settings, from: Settings): Settings {
  for (const key of Object.keys(from)) {
    if (SKIPPED.has(key)) continue;
    const value = from[key];
    const present = into[key];
    if (isObject(value) && isObject(present)) {
      merge(present, value);
    } else {
      into[key] = value;
    }
  }
  return into;
}
