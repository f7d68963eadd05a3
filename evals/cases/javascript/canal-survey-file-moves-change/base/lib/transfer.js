import fs from 'node:fs/promises'
import path from 'node:path'
import { forbidden, conflict } from './errors.js'

/** The absolute path of a name below root, or an error if it is not below it. */
export function inside (root, name) {
  const full = path.resolve(root, `.${path.sep}${name}`)
  if (full !== root && !full.startsWith(root + path.sep)) {
    throw forbidden('outside of your folder')
  }
  return full
}

const exists = (file) => fs.access(file).then(() => true, () => false)

export async function move (root, body) {
  const from = inside(root, body.from)
  const to = inside(root, body.to)
  if (!body.overwrite && await exists(to)) throw conflict('there is such a file')

  await fs.mkdir(path.dirname(to), { recursive: true })
  await fs.rename(from, to)
  return path.relative(root, to)
}
