import { evaluate } from './arithmetic';
import type { YieldRow } from './rows';

export type Derived = (row: YieldRow) => number | null;

const FIELDS = ['trees', 'boxes', 'kilos', 'hours', 'rejects'] as const;
const cache = new Map<string, Derived>();

/** "kilos / trees" and the like, as the grower typed it. */
export function compile(formula: string): Derived {
  const known = cache.get(formula);
  if (known) return known;

  const derived: Derived = (row) => {
    const value: unknown = evaluate(formula, new Map(FIELDS.map((field) => [field, row[field]])));
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  if (cache.size > 500) cache.clear();
  cache.set(formula, derived);
  return derived;
}
