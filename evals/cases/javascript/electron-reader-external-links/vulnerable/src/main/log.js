const fs = require('node:fs')
const path = require('node:path')
const { app } = require('electron')

const file = path.join(app.getPath('logs'), 'reader.log')

function write(level, args) {
  const text = args.map((arg) => JSON.stringify(arg)).join(' ')
  fs.appendFile(file, `${new Date().toISOString()} ${level} ${text}\n`, () => {})
}

module.exports = {
  info: (...args) => write('info', args),
  warn: (...args) => write('warn', args),
}
