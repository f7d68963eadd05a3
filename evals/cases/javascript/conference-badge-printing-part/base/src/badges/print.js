import { spawn } from 'node:child_process'

/** Queues of the machines behind the registration desk. */
export const PRINTERS = new Set(['desk-left', 'desk-right', 'backoffice'])

// processes that ended well since the start, for the status page
let printed = 0

export function statistics () {
  return { printed, printers: PRINTERS.size }
}

function finished (child, name) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code !== 0) {
        return reject(new Error(`${name} ended with ${code}`))
      }
      printed += 1
      resolve()
    })
  })
}

/**
 * @param {string} file path of the rendered PDF, made by render.js
 * @param {{ printer: string, title: string }} options
 */
export function printBadges (file, { printer, title }) {
  const child = spawn('lp', ['-d', printer, '-t', title, '-o', 'media=A6', file])
  return finished(child, 'lp')
}
