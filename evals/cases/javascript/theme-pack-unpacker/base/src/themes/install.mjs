import { mkdtemp, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import { themesDir } from '../config.mjs'
import { copyPlain } from './copy-plain.mjs'

/**
 * Installs what an organiser uploaded (multer has put it on disk) and gives the id of the new theme.
 */
export async function installTheme (upload) {
  const id = randomUUID()
  const work = await mkdtemp(path.join(themesDir, '.incoming-'))
  try {
    await copyPlain(upload.path, work)
    await rename(work, path.join(themesDir, id))
    return id
  } catch (err) {
    await rm(work, { recursive: true, force: true })
    throw err
  } finally {
    await rm(upload.path, { force: true })
  }
}
