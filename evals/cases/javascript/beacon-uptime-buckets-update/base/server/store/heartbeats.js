import { pool } from './pool.js'

export async function latest (monitorId) {
  const { rows } = await pool.query(
    'SELECT at, up, ping FROM heartbeats WHERE monitor_id = $1 ORDER BY at DESC LIMIT 1',
    [monitorId]
  )
  return rows[0] ?? null
}
