const { Pool } = require('pg')

const pool = new Pool()

/**
 * Average load of a route, one row per sailing hour.
 */
async function occupancy (routeId, days) {
  const sql = `
    SELECT date_part('hour', s.departed_at) AS hour,
           avg(s.passengers::float / v.capacity) AS load
      FROM sailing s
      JOIN vessel v ON v.id = s.vessel_id
     WHERE s.route_id = $1
       AND s.departed_at > now() - make_interval(days => $2)
     GROUP BY 1
     ORDER BY 1`
  const { rows } = await pool.query(sql, [routeId, days])
  return rows
}

async function routeExists (routeId) {
  const { rowCount } = await pool.query('SELECT 1 FROM route WHERE id = $1', [routeId])
  return rowCount > 0
}

module.exports = { occupancy, routeExists }
