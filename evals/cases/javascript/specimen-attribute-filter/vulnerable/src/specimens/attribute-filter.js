import { sequelize } from '../db/index.js';

const MAX_FILTERS = 8;

function condition(name, value) {
  return sequelize.literal(`attributes ->> '${name}' = '${value}'`);
}

/**
 * ?attr[colour]=ochre&attr[site]=B12
 */
export function attributeFilter(attr = {}) {
  const conditions = [];
  for (const [name, value] of Object.entries(attr).slice(0, MAX_FILTERS)) {
    if (value === '') continue;
    conditions.push(condition(name, value));
  }
  return conditions;
}
