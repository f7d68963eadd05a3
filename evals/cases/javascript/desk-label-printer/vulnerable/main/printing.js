const { spawn } = require('node:child_process')

/**
 * Prints a label that is handed over on standard input.
 */
async function printLabel ({ printer, copies = 1, zpl }) {
  return new Promise((resolve, reject) => {
    const lp = spawn(`lp -d "${printer}" -o raw -n ${copies}`, { shell: true, stdio: ['pipe', 'ignore', 'inherit'] })
    lp.on('error', reject)
    lp.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`lp ended with ${code}`))))
    lp.stdin.end(zpl)
  })
}

module.exports = { printLabel }
