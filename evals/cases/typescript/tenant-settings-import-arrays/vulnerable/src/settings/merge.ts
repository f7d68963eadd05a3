export type Settings = { [key: string]: unknown };

const isObject = (value: unknown): value is Settings =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Merges `from` into `into`, in place. Lists are appended to. */
export function merge(into: Settings, from: Settings): Settings {
  return Object.entries(from).reduce((result, [key, value]) => {
    const present = result[key];
    if (isObject(value) && isObject(present)) {
      merge(present, value);
    } else if (Array.isArray(value) && Array.isArray(present)) {
      present.push(...value.filter((item) => !present.includes(item)));
    } else {
      result[key] = value;
    }
    return result;
  }, into);
}
