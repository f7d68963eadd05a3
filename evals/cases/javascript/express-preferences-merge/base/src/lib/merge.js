const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Shallow: keys of the patch win. */
export function overlay(base, patch) {
  return isPlain(patch) ? { ...base, ...patch } : base;
}
