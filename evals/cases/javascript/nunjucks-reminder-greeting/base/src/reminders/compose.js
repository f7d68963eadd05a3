'use strict'

const path = require('node:path')
const nunjucks = require('nunjucks')

const dir = path.join(__dirname, 'templates')
const env = new nunjucks.Environment(new nunjucks.FileSystemLoader(dir), { autoescape: true })

env.addFilter('clock', (date) => date.toISOString().slice(11, 16))
env.addFilter('day', (date) => date.toISOString().slice(0, 10))

function pick (appointment) {
  return appointment.online ? 'online.njk' : 'visit.njk'
}

/** HTML of the mail for one appointment. */
exports.compose = function compose (appointment, patient) {
  return env.render(pick(appointment), { appointment, patient })
}

exports.subject = (appointment) => `Your appointment on ${appointment.at.toISOString().slice(0, 10)}`
