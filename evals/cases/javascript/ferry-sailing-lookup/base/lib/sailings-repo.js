import { pool } from './db.js'

const BASE = 'SELECT s.id, s.departs_at, v.name AS vessel, s.from_port, s.to_port FROM sailings s JOIN vessels v ON v.id = s.vessel_id'

export async function upcoming () {
  const [rows] = await pool.query(`${BASE} WHERE s.cancelled = 0 ORDER BY s.departs_at LIMIT 100`)
  return rows
}

export async function byId (id) {
  const [rows] = await pool.execute(`${BASE} WHERE s.id = ?`, [id])
  return rows[0] ?? null
}
