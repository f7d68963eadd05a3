'use strict'

const fs = require('fs')

class AuditLog {
  constructor (file) {
    this.stream = fs.createWriteStream(file, { flags: 'a', mode: 0o640 })
    this.stream.on('error', err => console.error('audit log: %s', err.code))
  }

  write (event, fields) {
    const entry = Object.assign({ at: new Date().toISOString(), event }, fields)
    this.stream.write(JSON.stringify(entry) + '\n')
  }

  close () {
    this.stream.end()
  }
}

module.exports = AuditLog
