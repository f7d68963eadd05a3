'use strict'

const pool = require('../pool')

const COLUMNS = 'a.id, a.code, a.taxon, a.collected_on, v.shelf'

async function byCode (code) {
  const [rows] = await pool.execute(
    `SELECT ${COLUMNS} FROM accession a JOIN vault v ON v.id = a.vault_id WHERE a.code = ?`,
    [code]
  )
  return rows[0] || null
}

async function byCodes (codes) {
  const sql = [
    `SELECT ${COLUMNS} FROM accession a`,
    'JOIN vault v ON v.id = a.vault_id',
    `WHERE a.code IN ('${codes.join("','")}')`,
    'ORDER BY a.code'
  ].join(' ')
  const [rows] = await pool.query(sql)
  return rows
}

module.exports = { byCode, byCodes }
