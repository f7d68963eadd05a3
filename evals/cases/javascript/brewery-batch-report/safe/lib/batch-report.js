'use strict'

const pool = require('./pool')

const COLUMNS = ['b.id', 'b.name', 'b.tank', 'b.yeast', 'b.brewed_on', 'b.og', 'b.fg']

function buildWhere (filters, values) {
  const conditions = ['b.discarded = false']
  if (filters.tank) conditions.push(`b.tank = $${values.push(filters.tank)}`)
  if (filters.yeast) conditions.push(`b.yeast ILIKE $${values.push('%' + filters.yeast + '%')}`)
  return conditions
}

async function batchReport (filters) {
  const values = []
  const where = buildWhere(filters, values)
  const sql = `SELECT ${COLUMNS.join(', ')} FROM batch b WHERE ${where.join(' AND ')} ORDER BY b.brewed_on DESC`
  const { rows } = await pool.query(sql, values)
  return rows.map(withAbv)
}

function withAbv (row) {
  const abv = row.fg == null ? null : (row.og - row.fg) * 131.25
  return { ...row, abv: abv === null ? null : Number(abv.toFixed(1)) }
}

module.exports = { batchReport }
