const { pipeline } = require('node:stream/promises');
const pool = require('../pool');

const HEAD = 'gantry,plate_class,passed_at,amount_cents';

/** Writes the passages of a period as CSV. Slow for more than a week or so. */
async function writePassages({ from, to }, out) {
  const { rows } = await pool.query(
    `SELECT gantry, plate_class, passed_at, amount_cents
       FROM passage WHERE passed_at >= $1 AND passed_at < $2 ORDER BY passed_at`,
    [from, to]
  );
  const lines = rows.map((r) => [r.gantry, r.plate_class, r.passed_at.toISOString(), r.amount_cents].join(','));
  await pipeline([[HEAD, ...lines].join('\n')], out);
}

module.exports = { writePassages };
