'use strict'

const mailer = require('../mailer')
const store = require('./store')
const { compose, subject } = require('./compose')

// Called each hour by the scheduler. Settings are edited by practices in the customer portal.
module.exports = async function run (now = new Date()) {
  for await (const { appointment, patient, practice } of store.due(now)) {
    try {
      const html = compose(appointment, patient, practice)
      await mailer.send({ from: practice.mail, to: patient.mail, subject: subject(appointment), html })
      await store.markSent(appointment.id, now)
    } catch (err) {
      console.error('reminder %d: %s', appointment.id, err.message)
    }
  }
}
