import fs from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

const FONT_ROOT = process.env.FONT_ROOT ?? '/var/lib/typecase/fonts'
const MAX_ENTRIES = 400
const MAX_ENTRY_SIZE = 20 * 1024 * 1024

// names are decoded below: some foundries do not set the UTF-8 flag
const openZip = promisify(yauzl.open)

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

export async function importPack (pack, zipFile, log) {
  const dest = await packFolder(pack)
  const zip = await openZip(zipFile, { lazyEntries: true, decodeStrings: false, autoClose: true })
  if (zip.entryCount > MAX_ENTRIES) throw new RangeError('too many files in this pack')
  const read = promisify(zip.openReadStream.bind(zip))

  await new Promise((resolve, reject) => {
    zip.on('entry', async (entry) => {
      try {
        await writeEntry(entry, dest, read)
        zip.readEntry()
      } catch (err) {
        reject(err)
      }
    })
    zip.on('end', resolve)
    zip.on('error', reject)
    zip.readEntry()
  })
  log.info({ pack: pack.id }, 'font pack imported')
}

async function writeEntry (entry, dest, read) {
  entry.fileName = entry.fileName.toString('utf8')
  if (entry.fileName.endsWith('/') || !/\.(otf|ttf|woff2)$/i.test(entry.fileName)) return
  if (entry.uncompressedSize > MAX_ENTRY_SIZE) throw new RangeError('font too large')
  const target = path.join(dest, entry.fileName)
  await mkdir(path.dirname(target), { recursive: true })
  await pipeline(await read(entry), fs.createWriteStream(target))
}
