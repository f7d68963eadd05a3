export type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Brings the values of source into target, level by level; lists are replaced. */
export function deepMerge(target: Tree, source: Tree): Tree {
  for (const [key, value] of Object.entries(source)) {
    const existing = target[key];
    if (isTree(value) && isTree(existing)) {
      deepMerge(existing as Tree, value);
    } else {
      target[key] = value;
    }
  }
  return target;
}
