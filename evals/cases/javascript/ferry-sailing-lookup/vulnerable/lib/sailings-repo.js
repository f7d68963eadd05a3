import { pool } from './db.js'

const BASE = 'SELECT s.id, s.departs_at, v.name AS vessel, s.from_port, s.to_port FROM sailings s JOIN vessels v ON v.id = s.vessel_id'

const COLUMNS = { from: 's.from_port', to: 's.to_port', vessel: 'v.name' }

function where (filters) {
  const clauses = ['s.cancelled = 0']
  for (const [key, column] of Object.entries(COLUMNS)) {
    const value = filters[key]
    if (typeof value !== 'string' || value === '') continue
    clauses.push(`${column} = '${value.trim()}'`)
  }
  return clauses.join(' AND ')
}

export async function upcoming (filters = {}) {
  const [rows] = await pool.query(`${BASE} WHERE ${where(filters)} ORDER BY s.departs_at LIMIT 100`)
  return rows
}

export async function byId (id) {
  const [rows] = await pool.execute(`${BASE} WHERE s.id = ?`, [id])
  return rows[0] ?? null
}
