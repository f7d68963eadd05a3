/**
 * Turns the search form into a WHERE clause.
 * Empty fields are left out, so that an untouched form lists everything.
 */
export function whereFrom({ taxon, country, viableOnly }) {
  const parts = [];
  const params = {};
  if (taxon) {
    parts.push("taxon LIKE @taxon || '%'");
    params.taxon = taxon.trim();
  }
  if (country) {
    parts.push('country = @country');
    params.country = country;
  }
  if (viableOnly) {
    parts.push('germination >= 0.7');
  }
  return { where: parts.length ? `WHERE ${parts.join(' AND ')}` : '', params };
}
