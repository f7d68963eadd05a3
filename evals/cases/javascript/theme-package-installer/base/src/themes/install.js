import { cp, mkdtemp, rename } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { themesDir } from '../paths.js'

// The theme appears under its final name only when it is there in full.
export async function install (folder) {
  const id = randomUUID()
  const staging = await mkdtemp(path.join(themesDir, '.staging-'))
  await cp(folder, staging, { recursive: true })
  await rename(staging, path.join(themesDir, id))
  return id
}
