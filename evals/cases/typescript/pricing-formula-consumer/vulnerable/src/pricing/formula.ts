export type Variables = Record<'cost' | 'stock' | 'margin', number>;

const cache = new Map<string, (v: Variables) => number>();

/** Merchants write formulas such as `cost * (1 + margin) + (stock < 5 ? 2 : 0)`. */
export function compileFormula(source: string): (v: Variables) => number {
  const known = cache.get(source);
  if (known) return known;

  const body = new Function('cost', 'stock', 'margin', `return (${source});`);
  const formula = ({ cost, stock, margin }: Variables) => Number(body(cost, stock, margin));
  cache.set(source, formula);
  return formula;
}
