const Cursor = require('pg-cursor')
const { stringify } = require('csv-stringify')
const pool = require('../db/pool')

const BATCH = 250

const ALL = `
  SELECT e.id, e.title, e.aired_on, e.minutes
    FROM episodes e
   WHERE e.station_id = $1
   ORDER BY e.aired_on`

const TAGGED = `
  SELECT DISTINCT e.id, e.title, e.aired_on, e.minutes
    FROM episodes e
    JOIN episode_tags et ON et.episode_id = e.id
    JOIN tags t ON t.id = et.tag_id
   WHERE e.station_id = $1
     AND t.slug = ANY($2)
   ORDER BY e.aired_on`

async function exportEpisodes (stationId, tags, out) {
  const [sql, params] = tags.length > 0 ? [TAGGED, [stationId, tags]] : [ALL, [stationId]]
  const client = await pool.connect()
  const cursor = client.query(new Cursor(sql, params))
  const csv = stringify({ header: true, escape_formulas: true })
  csv.pipe(out)
  try {
    for (let rows = await cursor.read(BATCH); rows.length > 0; rows = await cursor.read(BATCH)) {
      rows.forEach((row) => csv.write(row))
    }
    csv.end()
  } finally {
    await cursor.close()
    client.release()
  }
}

module.exports = { exportEpisodes }
