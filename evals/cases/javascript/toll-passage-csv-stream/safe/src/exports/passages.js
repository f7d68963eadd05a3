const { pipeline } = require('node:stream/promises');
const { to: copyTo } = require('pg-copy-streams');
const pool = require('../pool');

const HEAD = 'gantry,plate_class,passed_at,amount_cents';

/** Writes the passages of a period as CSV, without holding them in memory. */
async function writePassages({ from, to }, out) {
  const client = await pool.connect();
  const period = [from, to].map((day) => client.escapeLiteral(day));
  try {
    const rows = client.query(
      copyTo(`COPY (SELECT ${HEAD} FROM passage WHERE passed_at >= ${period[0]} AND passed_at < ${period[1]})
        TO STDOUT WITH (FORMAT csv, HEADER)`)
    );
    await pipeline(rows, out);
  } finally {
    client.release();
  }
}

module.exports = { writePassages };
