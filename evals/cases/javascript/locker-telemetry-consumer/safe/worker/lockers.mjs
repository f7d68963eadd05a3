import { pool } from './db.mjs'

const REPORTED = new Set(['battery', 'door_state', 'temperature', 'firmware'])

export async function findLocker(serial) {
  const [rows] = await pool.execute('SELECT id, serial, site_id FROM lockers WHERE serial = ?', [serial])
  return rows[0] ?? null
}

export async function saveReport(lockerId, report) {
  const fields = Object.keys(report).filter(name => REPORTED.has(name) && report[name] !== undefined)
  if (fields.length === 0) return

  const assignments = fields.map(name => `${name} = ?`).join(', ')
  const values = fields.map(name => report[name])
  await pool.execute(`UPDATE lockers SET ${assignments}, seen_at = NOW() WHERE id = ?`, [...values, lockerId])
}
