import { mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { themesDir } from '../paths.js'
import { unzip } from './unzip.js'

// The theme appears under its final name only when it is there in full.
export async function install (upload) {
  const id = randomUUID()
  const staging = await mkdtemp(path.join(themesDir, '.staging-'))
  try {
    await unzip(upload.path, staging)
  } catch (err) {
    await rm(staging, { recursive: true, force: true })
    throw err
  }
  await rename(staging, path.join(themesDir, id))
  return id
}
