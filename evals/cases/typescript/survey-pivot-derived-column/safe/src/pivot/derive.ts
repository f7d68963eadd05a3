export type Row = Record<string, number>;
export type Derive = (row: Row) => number;

const OPERATIONS = new Map<string, (a: number, b: number) => number>([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => (b === 0 ? NaN : a / b)],
]);

const FORMULA = /^\[(\w+)\] ([-+*/]) \[(\w+)\]$/;
const cache = new Map<string, Derive>();

/** Turns "[promoters] - [detractors]" into a function of a row. */
export function compile(formula: string): Derive {
  const known = cache.get(formula);
  if (known) return known;

  const match = FORMULA.exec(formula.trim());
  const operation = match && OPERATIONS.get(match[2]);
  if (!match || !operation) throw new SyntaxError('formula is not understood');
  const derive: Derive = (row) => operation(Number(row[match[1]]), Number(row[match[3]]));
  if (cache.size > 500) cache.clear();
  cache.set(formula, derive);
  return derive;
}
