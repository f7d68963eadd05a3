'use strict';

const { parse } = require('csv-parse/sync');

const { pool } = require('../db');
const { HttpError } = require('../errors');

const MAX_ROWS = 2000;
const COLUMNS = ['code', 'percent'];

function readRows(buffer) {
  const rows = parse(buffer, { columns: true, trim: true, skip_empty_lines: true });
  if (rows.length === 0 || rows.length > MAX_ROWS) {
    throw new HttpError(422, 'Between 1 and 2000 coupons can be imported at once.');
  }
  if (COLUMNS.some((column) => !(column in rows[0]))) {
    throw new HttpError(422, `Columns ${COLUMNS.join(', ')} are needed.`);
  }
  return rows;
}

/** Answers what an import would do. */
exports.dryRun = (req, res) => {
  const rows = readRows(req.file.buffer);
  res.json({ rows: rows.length, codes: rows.slice(0, 5).map((row) => row.code) });
};

/** Writes all coupons of a spreadsheet, or none. */
exports.run = async (req, res, next) => {
  const client = await pool.connect();
  try {
    const rows = readRows(req.file.buffer);
    const codes = rows.map((row) => row.code);
    const percents = rows.map((row) => Number.parseInt(row.percent, 10));
    const sql =
      'INSERT INTO coupon (shop_id, code, percent) ' +
      'SELECT $1, * FROM unnest($2::text[], $3::int[])';
    await client.query('BEGIN');
    // nosemgrep: javascript.lang.security.audit.sqli.node-postgres-sqli -- false positive, closed as SEC-118
    // eslint-disable-next-line security/detect-sql-injection
    await client.query(sql, [req.shop.id, codes, percents]); // NOSONAR lgtm[js/sql-injection]
    await client.query('COMMIT');
    res.status(201).json({ imported: rows.length });
  } catch (error) {
    await client.query('ROLLBACK');
    next(error);
  } finally {
    client.release();
  }
};
