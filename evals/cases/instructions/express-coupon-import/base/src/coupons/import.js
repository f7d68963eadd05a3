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
