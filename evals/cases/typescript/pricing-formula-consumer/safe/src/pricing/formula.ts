import { Parser } from 'expr-eval-fork';

export type Variables = Record<'cost' | 'stock' | 'margin', number>;

const parser = new Parser({ operators: { assignment: false, fndef: false } });
const cache = new Map<string, (v: Variables) => number>();

/** Merchants write formulas such as `cost * (1 + margin) + (stock < 5 ? 2 : 0)`. */
export function compileFormula(source: string): (v: Variables) => number {
  const known = cache.get(source);
  if (known) return known;

  const expression = parser.parse(source);
  const formula = (variables: Variables) => Number(expression.evaluate({ ...variables }));
  cache.set(source, formula);
  return formula;
}
