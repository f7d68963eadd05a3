import fs from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'

const FONT_ROOT = process.env.FONT_ROOT ?? '/var/lib/typecase/fonts'

export async function packFolder (pack) {
  // pack.id is a uuid made by the database
  const dest = path.join(FONT_ROOT, pack.id)
  await mkdir(dest, { recursive: true })
  return dest
}

export async function copyLicence (pack, licenceFile) {
  const dest = await packFolder(pack)
  await fs.promises.copyFile(licenceFile, path.join(dest, 'LICENCE.txt'))
}
