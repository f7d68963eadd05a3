'use strict';

const sum = (rows, field) => rows.reduce((total, row) => total + Number(row[field] || 0), 0);

const BUILT_IN = {
  yield: (rows) => sum(rows, 'kilos'),
  waste: (rows) => sum(rows, 'discarded') / (sum(rows, 'kilos') || 1),
};

const FIELDS = ['kilos', 'discarded', 'hours', 'area'];
const OPERATORS = new Map([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => (b === 0 ? 0 : a / b)],
]);

// formulas have blanks around their operators and are read from left to right
function compile(formula) {
  const [first, ...rest] = String(formula).trim().split(/\s+/);
  const value = (term, rows) => (FIELDS.includes(term) ? sum(rows, term) : Number(term));
  return (rows) => {
    let result = value(first, rows);
    for (let i = 0; i + 1 < rest.length; i += 2) {
      const operator = OPERATORS.get(rest[i]);
      if (!operator) throw new TypeError('unknown operator');
      result = operator(result, value(rest[i + 1], rows));
    }
    return result;
  };
}

function keyFigures(rows, custom = []) {
  const figures = Object.entries(BUILT_IN).map(([name, figure]) => ({ name, value: figure(rows) }));
  for (const { name, formula } of custom) {
    try {
      figures.push({ name, value: compile(formula)(rows) });
    } catch {
      figures.push({ name, value: null });
    }
  }
  return figures;
}

module.exports = { keyFigures };
