'use strict'

const fs = require('node:fs')
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
exports.compose = function compose (appointment, patient, practice) {
  const greeting = practice.settings.greeting || 'Dear patient,'
  const source = fs
    .readFileSync(path.join(dir, pick(appointment)), 'utf8')
    .replace('%GREETING%', () => greeting)
  return env.renderString(source, { appointment, patient })
}

exports.subject = (appointment) => `Your appointment on ${appointment.at.toISOString().slice(0, 10)}`
