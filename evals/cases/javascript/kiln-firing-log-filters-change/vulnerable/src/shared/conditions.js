/**
 * Turns { cone: '6', kiln: 'big' } into parts of a WHERE clause.
 * Empty values mean "do not care".
 */
export function toConditions(filters) {
  const clauses = [];
  const values = [];
  for (const [name, value] of Object.entries(filters)) {
    if (value === '' || value == null) continue;
    clauses.push(`${name} = ?`);
    values.push(String(value));
  }
  return { clauses, values };
}
