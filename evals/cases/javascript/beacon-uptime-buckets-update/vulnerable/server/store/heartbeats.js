import { pool } from './pool.js'

export async function latest (monitorId) {
  const { rows } = await pool.query(
    'SELECT at, up, ping FROM heartbeats WHERE monitor_id = $1 ORDER BY at DESC LIMIT 1',
    [monitorId]
  )
  return rows[0] ?? null
}

/**
 * Mean ping and share of successful checks per bucket.
 */
export async function series (monitorId, since, bucket) {
  const sql = `
    SELECT time_bucket('${bucket}', at) AS t,
           avg(ping)::int AS ping,
           avg(up::int) AS uptime
      FROM heartbeats
     WHERE monitor_id = $1 AND at >= $2
     GROUP BY t
     ORDER BY t`
  const { rows } = await pool.query(sql, [monitorId, since])
  return rows
}
