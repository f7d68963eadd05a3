const pool = require('./pool')

const COLUMNS = 'l.code, l.state, l.battery, s.name AS site'

async function byCode (code) {
  const [rows] = await pool.query(
    `SELECT ${COLUMNS} FROM lockers l JOIN sites s ON s.id = l.site_id WHERE l.code = ?`,
    [code]
  )
  return rows[0] || null
}

async function byCodes (codes) {
  const list = codes.map((code) => `'${code.toUpperCase()}'`).join(', ')
  const [rows] = await pool.query(
    `SELECT ${COLUMNS} FROM lockers l JOIN sites s ON s.id = l.site_id WHERE l.code IN (${list})`
  )
  return rows
}

async function markOpened (code, operatorId) {
  const [result] = await pool.query(
    'UPDATE lockers SET state = ?, opened_by = ?, opened_at = NOW() WHERE code = ?',
    ['open', operatorId, code]
  )
  return result.affectedRows === 1
}

module.exports = { byCode, byCodes, markOpened }
