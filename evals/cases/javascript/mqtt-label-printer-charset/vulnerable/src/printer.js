'use strict'

const { exec } = require('child_process')
const fs = require('fs')
const os = require('os')
const path = require('path')
const { randomUUID } = require('crypto')

function Printer (queue) {
  this.queue = queue
}

/**
 * @param {{ title: string, body: string }} label
 * @param {(err?: Error) => void} done
 */
Printer.prototype.print = function (label, done) {
  const queue = this.queue
  const file = path.join(os.tmpdir(), randomUUID() + '.txt')

  fs.writeFile(file, label.body, { mode: 0o600 }, function (err) {
    if (err) return done(err)
    // the old Zebra firmware prints garbage for anything but Latin-1
    const pipeline = [
      'iconv -c -f UTF-8 -t ISO-8859-1 ' + file,
      'lp -d ' + queue + ' -t "' + label.title + '"'
    ].join(' | ')
    exec(pipeline, function (err) {
      fs.unlink(file, function () { done(err) })
    })
  })
}

module.exports = Printer
