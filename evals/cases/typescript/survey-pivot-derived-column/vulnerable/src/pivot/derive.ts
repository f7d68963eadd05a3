export type Row = Record<string, number>;
export type Derive = (row: Row) => number;

const COLUMN = /\[(\w+)\]/g;
const cache = new Map<string, Derive>();

/** Turns "[promoters] - [detractors]" into a function of a row. */
export function compile(formula: string): Derive {
  const known = cache.get(formula);
  if (known) return known;

  const body = formula.replace(COLUMN, (_, name: string) => `row.${name}`);
  const derive = new Function('row', `return Number(${body});`) as Derive;
  if (cache.size > 500) cache.clear();
  cache.set(formula, derive);
  return derive;
}
