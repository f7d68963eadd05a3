type Tree = Record<string, unknown>;

const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** setPath(layout, 'sky.grid.colour', '#333') */
export function setPath(target: Tree, path: string, value: unknown): void {
  const keys = path.split('.');
  if (keys.some((key) => key === '' || FORBIDDEN.has(key))) {
    throw new RangeError(`Invalid setting: ${path}`);
  }

  const last = keys.pop() as string;
  let node = target;
  for (const key of keys) {
    if (!isTree(node[key])) node[key] = {};
    node = node[key] as Tree;
  }
  node[last] = value;
}
