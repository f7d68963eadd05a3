import { pool } from './db.mjs'

export async function findLocker(serial) {
  const [rows] = await pool.execute('SELECT id, serial, site_id FROM lockers WHERE serial = ?', [serial])
  return rows[0] ?? null
}

export async function saveReport(lockerId, { battery, door_state: doorState }) {
  await pool.execute(
    'UPDATE lockers SET battery = ?, door_state = ?, seen_at = NOW() WHERE id = ?',
    [battery, doorState, lockerId],
  )
}
