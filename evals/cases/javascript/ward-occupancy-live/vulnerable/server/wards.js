const { EventEmitter } = require('events')
const pool = require('./pool')

const events = new EventEmitter()

exports.events = events

exports.ofNurse = async function ofNurse (nurseId) {
  const { rows } = await pool.query(
    `SELECT w.id, w.name
       FROM ward w
       JOIN ward_staff s ON s.ward_id = w.id
      WHERE s.nurse_id = $1
      ORDER BY w.name`,
    [nurseId]
  )
  return rows
}

exports.beds = async function beds (wardId) {
  const { rows } = await pool.query(
    `SELECT number, patient_name AS "patientName", admitted_at AS "admittedAt", notes
       FROM bed
      WHERE ward_id = $1
      ORDER BY number`,
    [wardId]
  )
  return rows
}

exports.listen = async function listen () {
  const client = await pool.connect()
  client.on('notification', ({ payload }) => events.emit('changed', Number(payload)))
  await client.query('LISTEN bed_changed')
}
