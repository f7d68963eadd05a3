// Narrowing functions, one per query parameter. Each gets the knex builder and the raw value.

const MAX_MINUTES = 600;

const asList = (value) =>
  []
    .concat(value)
    .flatMap((part) => part.split(','))
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part !== '');

export const filters = {
  minutes(query, value) {
    const minutes = Math.min(Number.parseInt(value, 10) || MAX_MINUTES, MAX_MINUTES);
    query.where('r.minutes', '<=', minutes);
  },

  diet(query, value) {
    query.whereIn('r.diet', asList(value));
  },

  ingredients(query, value) {
    const wanted = asList(value);
    if (wanted.length === 0) return;
    const items = wanted.map((name) => `'${name}'`).join(', ');
    query.whereRaw(`r.ingredients @> ARRAY[${items}]::text[]`);
  },
};

export function applyFilters(query, params) {
  for (const [key, narrow] of Object.entries(filters)) {
    if (params[key] !== undefined) narrow(query, params[key]);
  }
  return query;
}
