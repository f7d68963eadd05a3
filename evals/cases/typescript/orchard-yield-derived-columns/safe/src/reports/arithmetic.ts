const TOKEN = /\s*(\d+(?:\.\d+)?|[a-z]+|[-+*/()])/gy;

function tokens(formula: string): string[] {
  const text = formula.trim();
  const found = [...text.matchAll(TOKEN)];
  if (found.map((m) => m[0]).join('') !== text) throw new SyntaxError('unexpected character');
  return found.map((m) => m[1]!);
}

/** Numbers, names, + - * / and parentheses. */
export function evaluate(formula: string, names: ReadonlyMap<string, number>): number {
  if (formula.length > 200) throw new SyntaxError('formula is too long');
  const queue = tokens(formula);

  function factor(): number {
    const token = queue.shift();
    if (token === '-') return -factor();
    if (token === '(') {
      const inner = sum();
      if (queue.shift() !== ')') throw new SyntaxError('missing )');
      return inner;
    }
    const value = token === undefined ? undefined : (names.get(token) ?? Number(token));
    if (value === undefined || Number.isNaN(value)) throw new SyntaxError(`unexpected ${token ?? 'end'}`);
    return value;
  }

  function product(): number {
    let left = factor();
    while (queue[0] === '*' || queue[0] === '/') left = queue.shift() === '*' ? left * factor() : left / factor();
    return left;
  }

  function sum(): number {
    let left = product();
    while (queue[0] === '+' || queue[0] === '-') left = queue.shift() === '+' ? left + product() : left - product();
    return left;
  }

  const result = sum();
  if (queue.length > 0) throw new SyntaxError(`unexpected ${queue[0]}`);
  return result;
}
