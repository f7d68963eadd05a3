const cache = new Map();

/** "revenue / orders" with the metrics of the tenant's board as variables */
export function compileFormula(text, names) {
  const key = `${names.join()}|${text}`;
  let compiled = cache.get(key);
  if (!compiled) {
    const body = new Function(...names, `"use strict"; return (${text});`);
    compiled = (metrics) => Number(body(...names.map((name) => metrics[name] ?? 0)));
    if (cache.size > 1000) cache.clear();
    cache.set(key, compiled);
  }
  return compiled;
}
