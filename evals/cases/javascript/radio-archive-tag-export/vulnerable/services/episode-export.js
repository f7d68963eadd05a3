const Cursor = require('pg-cursor')
const { stringify } = require('csv-stringify')
const pool = require('../db/pool')

const BATCH = 250

const ALL = `
  SELECT e.id, e.title, e.aired_on, e.minutes
    FROM episodes e
   WHERE e.station_id = $1
   ORDER BY e.aired_on`

function tagged (tags) {
  const list = tags.map((tag) => `'${tag}'`).join(', ')
  return `
  SELECT DISTINCT e.id, e.title, e.aired_on, e.minutes
    FROM episodes e
    JOIN episode_tags et ON et.episode_id = e.id
    JOIN tags t ON t.id = et.tag_id
   WHERE e.station_id = $1
     AND t.slug IN (${list})
   ORDER BY e.aired_on`
}

async function exportEpisodes (stationId, tags, out) {
  const sql = tags.length > 0 ? tagged(tags) : ALL
  const client = await pool.connect()
  const cursor = client.query(new Cursor(sql, [stationId]))
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
