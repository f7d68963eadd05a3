'use strict'

const pool = require('./pool')

const SORTABLE = new Map([
  ['team', 't.name'],
  ['points', 's.points'],
  ['wins', 's.wins'],
  ['goalDiff', 's.goal_diff']
])

const DEFAULT_ORDER = 's.points DESC, s.goal_diff DESC'

function orderBy (sort) {
  const column = SORTABLE.get(sort)
  return column ? `${column} DESC` : DEFAULT_ORDER
}

async function listStandings (season, division, sort) {
  const order = orderBy(sort)
  const [rows] = await pool.execute(
    `SELECT t.name AS team, s.played, s.wins, s.draws, s.losses, s.goal_diff AS goalDiff, s.points
       FROM standings s
       JOIN teams t ON t.id = s.team_id
      WHERE s.season = ? AND s.division = ?
      ORDER BY ${order}`,
    [season, division]
  )
  return rows
}

async function currentSeason () {
  const [[row]] = await pool.query('SELECT season FROM seasons WHERE is_current = 1 LIMIT 1')
  return row ? row.season : null
}

module.exports = { listStandings, currentSeason }
