'use strict'

const fs = require('fs')

class AuditLog {
  constructor (file) {
    this.stream = fs.createWriteStream(file, { flags: 'a', mode: 0o640 })
    this.stream.on('error', err => console.error('audit log: %s', err.code))
  }

  write (event, fields) {
    // logfmt, as the collector wants it
    const pairs = Object.entries(fields).map(([key, value]) => `${key}=${value}`)
    this.stream.write([new Date().toISOString(), event, ...pairs].join(' ') + '\n')
  }

  close () {
    this.stream.end()
  }
}

module.exports = AuditLog
