const Cursor = require('pg-cursor')
const { stringify } = require('csv-stringify')
const pool = require('../db/pool')

const BATCH = 250

const ALL = `
  SELECT e.id, e.title, e.aired_on, e.minutes
    FROM episodes e
   WHERE e.station_id = $1
   ORDER BY e.aired_on`

async function exportEpisodes (stationId, out) {
  const client = await pool.connect()
  const cursor = client.query(new Cursor(ALL, [stationId]))
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
