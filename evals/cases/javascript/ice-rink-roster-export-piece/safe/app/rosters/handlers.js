import { stringify } from 'csv-stringify'
import { players } from '../db/players.js'

export async function list (req, res) {
  const season = currentSeason()
  res.json(await players.publicList(season))
}

export async function contacts (req, res) {
  res.json(await players.withContacts(currentSeason()))
}

export async function addPlayer (req, res) {
  const { name, number, phone, birthday } = req.body
  if (!name || !Number.isInteger(number)) {
    return res.status(422).json({ error: 'name and number, please' })
  }
  const id = await players.add(currentSeason(), { name, number, phone, birthday })
  res.status(201).json({ id })
}

export async function exportCsv (req, res) {
  const rows = await players.withContacts(currentSeason())
  res.attachment(`roster-${currentSeason()}.csv`)
  const out = stringify({
    header: true,
    columns: ['number', 'name', 'birthday', 'phone'],
    escape_formulas: true
  })
  out.pipe(res)
  for (const row of rows) out.write(row)
  out.end()
}

function currentSeason () {
  const now = new Date()
  return now.getMonth() < 6 ? now.getFullYear() - 1 : now.getFullYear()
}
