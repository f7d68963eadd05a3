'use strict'

const pool = require('./pool')

const COLUMNS = ['b.id', 'b.name', 'b.tank', 'b.yeast', 'b.brewed_on', 'b.og', 'b.fg']

async function batchReport () {
  const sql = `SELECT ${COLUMNS.join(', ')} FROM batch b WHERE b.discarded = false ORDER BY b.brewed_on DESC`
  const { rows } = await pool.query(sql)
  return rows.map(withAbv)
}

function withAbv (row) {
  const abv = row.fg == null ? null : (row.og - row.fg) * 131.25
  return { ...row, abv: abv === null ? null : Number(abv.toFixed(1)) }
}

module.exports = { batchReport }
