'use strict';

const sum = (rows, field) => rows.reduce((total, row) => total + Number(row[field] || 0), 0);

const BUILT_IN = {
  yield: (rows) => sum(rows, 'kilos'),
  waste: (rows) => sum(rows, 'discarded') / (sum(rows, 'kilos') || 1),
};

function compile(formula) {
  const fields = ['kilos', 'discarded', 'hours', 'area'];
  const fn = new Function(...fields, `return (${formula});`);
  return (rows) => Number(fn(...fields.map((field) => sum(rows, field))));
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
