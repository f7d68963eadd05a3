'use strict';

const sum = (rows, field) => rows.reduce((total, row) => total + Number(row[field] || 0), 0);

const BUILT_IN = {
  yield: (rows) => sum(rows, 'kilos'),
  waste: (rows) => sum(rows, 'discarded') / (sum(rows, 'kilos') || 1),
};

function keyFigures(rows) {
  return Object.entries(BUILT_IN).map(([name, figure]) => ({ name, value: figure(rows) }));
}

module.exports = { keyFigures };
