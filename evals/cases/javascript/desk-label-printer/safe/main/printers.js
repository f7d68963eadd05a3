const { execFile } = require('node:child_process')
const { promisify } = require('node:util')

const run = promisify(execFile)

exports.listPrinters = async () => {
  const { stdout } = await run('lpstat', ['-e'])
  return stdout.split('\n').filter(Boolean)
}
