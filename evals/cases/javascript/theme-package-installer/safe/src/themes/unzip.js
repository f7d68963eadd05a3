import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import yauzl from 'yauzl'

const open = promisify(yauzl.open)

const MAX_ENTRIES = 500
const MAX_BYTES = 20 * 1024 * 1024

// Old theme editors write names in cp437 and with backslashes, so names are decoded here and not by yauzl.
const decode = (raw) => raw.toString('latin1').replaceAll('\\', '/')

export async function unzip (file, dest) {
  const zip = await open(file, { lazyEntries: true, autoClose: true, decodeStrings: false })
  if (zip.entryCount > MAX_ENTRIES) throw new Error('too many files in theme')
  const root = path.resolve(dest)
  const openStream = promisify(zip.openReadStream.bind(zip))
  let total = 0

  const write = async (entry) => {
    entry.fileName = decode(entry.fileName)
    if (entry.fileName.endsWith('/')) return
    total += entry.uncompressedSize
    if (total > MAX_BYTES) throw new Error('theme is too large')
    const target = path.resolve(root, entry.fileName)
    if (!target.startsWith(root + path.sep)) throw new Error('bad file name in theme')
    await mkdir(path.dirname(target), { recursive: true })
    const stream = await openStream(entry)
    await pipeline(stream, createWriteStream(target))
  }

  await new Promise((resolve, reject) => {
    zip.on('entry', (entry) => write(entry).then(() => zip.readEntry(), reject))
    zip.once('end', resolve)
    zip.once('error', reject)
    zip.readEntry()
  })
}
