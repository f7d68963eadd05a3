import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { pipeline } from 'node:stream/promises'
import tar from 'tar-stream'

const KEEP = new Set(['.css', '.html', '.png', '.svg', '.woff2'])

/**
 * Unpacks a .tar.gz into `dir`. Links, devices and unknown file types are left out.
 * The size of the stream is limited by the caller.
 */
export async function unpack (stream, dir, maxEntries = 150) {
  const extract = tar.extract()
  const written = []

  extract.on('entry', (header, entry, next) => {
    const skip = () => {
      entry.on('end', next)
      entry.resume()
    }
    if (header.type !== 'file' || !KEEP.has(path.extname(header.name))) return skip()
    if (header.size > 500_000 || written.length >= maxEntries) return skip()

    const target = path.resolve(dir, header.name)
    if (!target.startsWith(path.resolve(dir) + path.sep)) return skip()

    fs.mkdirSync(path.dirname(target), { recursive: true })
    written.push(header.name)
    pipeline(entry, fs.createWriteStream(target)).then(() => next(), next)
  })

  await pipeline(stream, zlib.createGunzip(), extract)
  return written
}
