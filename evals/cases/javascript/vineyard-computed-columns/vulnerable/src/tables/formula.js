const cache = new Map();
const FIELDS = ['kilos', 'brix', 'acidity', 'rows', 'hours'];

/**
 * "kilos / rows" -> function of a record
 */
export function compile(formula) {
  if (cache.has(formula)) return cache.get(formula);

  const inner = new Function(...FIELDS, `return (${formula});`);
  const evaluate = (record) => {
    const value = inner(...FIELDS.map((field) => record[field]));
    return Number.isFinite(value) ? value : null;
  };
  if (cache.size > 500) cache.clear();
  cache.set(formula, evaluate);
  return evaluate;
}
