export function pick(source, keys) {
  return Object.fromEntries(keys.filter((k) => Object.hasOwn(source, k)).map((k) => [k, source[k]]));
}

export function isPlain(value) {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
