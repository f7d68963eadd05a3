const cache = new Map();

// sum := product (("+" | "-") product)*, product := value (("*" | "/") value)*
function parse(text, names) {
  const tokens = text.match(/[a-z]+|\d+(?:\.\d+)?|\S/g) ?? [];
  let depth = 0;

  function value() {
    const token = tokens.shift() ?? '';
    if (token === '(') {
      if (++depth > 20) throw new SyntaxError('too deep');
      const inner = sum();
      if (tokens.shift() !== ')') throw new SyntaxError(') expected');
      depth -= 1;
      return inner;
    }
    if (/^\d/.test(token)) return () => Number(token);
    if (names.includes(token)) return (metrics) => metrics[token] ?? 0;
    throw new SyntaxError(`unknown metric in formula`);
  }

  function chain(operators, next) {
    const [plus, minus] = operators;
    let left = next();
    while (tokens[0] === plus || tokens[0] === minus) {
      const first = left;
      const sign = tokens.shift();
      const second = next();
      if (sign === '+') left = (m) => first(m) + second(m);
      if (sign === '-') left = (m) => first(m) - second(m);
      if (sign === '*') left = (m) => first(m) * second(m);
      if (sign === '/') left = (m) => first(m) / second(m);
    }
    return left;
  }

  const product = () => chain('*/', value);
  function sum() {
    return chain('+-', product);
  }

  const body = sum();
  if (tokens.length) throw new SyntaxError('operator expected');
  return body;
}

/** "revenue / orders" with the metrics of the tenant's board as variables */
export function compileFormula(text, names) {
  const key = `${names.join()}|${text}`;
  let compiled = cache.get(key);
  if (!compiled) {
    const body = parse(text, names);
    compiled = (metrics) => Number(body(metrics));
    if (cache.size > 1000) cache.clear();
    cache.set(key, compiled);
  }
  return compiled;
}
