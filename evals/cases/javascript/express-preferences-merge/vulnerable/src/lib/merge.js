const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Deep: objects are merged, everything else is replaced. */
export function merge(target, source) {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (isPlain(value)) {
      target[key] = merge(target[key] ?? {}, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}
