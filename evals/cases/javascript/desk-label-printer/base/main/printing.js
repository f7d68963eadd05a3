const { spawn } = require('node:child_process')
const { listPrinters } = require('./printers')

/**
 * Prints a label that is handed over on standard input.
 */
async function printLabel ({ printer, zpl }) {
  const known = await listPrinters()
  if (!known.includes(printer)) {
    throw new Error('Unknown printer')
  }

  return new Promise((resolve, reject) => {
    const lp = spawn('lp', ['-d', printer, '-o', 'raw'], { stdio: ['pipe', 'ignore', 'inherit'] })
    lp.on('error', reject)
    lp.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`lp ended with ${code}`))))
    lp.stdin.end(zpl)
  })
}

module.exports = { printLabel }
