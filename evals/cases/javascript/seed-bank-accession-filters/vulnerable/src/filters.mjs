/**
 * Turns the search form into a WHERE clause.
 * Empty fields are left out, so that an untouched form lists everything.
 */
export function whereFrom({ taxon, country, viableOnly }) {
  const parts = [];
  if (taxon) {
    parts.push(`taxon LIKE '${taxon.trim()}%'`);
  }
  if (country) {
    parts.push(`country = '${country}'`);
  }
  if (viableOnly) {
    parts.push('germination >= 0.7');
  }
  return parts.length ? `WHERE ${parts.join(' AND ')}` : '';
}
