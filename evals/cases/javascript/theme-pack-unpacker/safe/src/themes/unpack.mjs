import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import unzipper from 'unzipper'

const MAX_BYTES = 20 * 1024 * 1024
const MAX_ENTRIES = 500

const wanted = /\.(css|json|svg|woff2|png)$/i

export async function unpack (archive, into) {
  const zip = createReadStream(archive).pipe(unzipper.Parse({ forceStream: true }))
  let bytes = 0
  let count = 0

  for await (const entry of zip) {
    if (++count > MAX_ENTRIES) throw new Error('theme has too many files')
    if (entry.type !== 'File' || !wanted.test(entry.path)) {
      entry.autodrain()
      continue
    }

    const target = path.resolve(into, entry.path)
    if (!target.startsWith(path.resolve(into) + path.sep)) throw new Error('theme has a bad file name')
    await mkdir(path.dirname(target), { recursive: true })
    entry.on('data', (chunk) => {
      bytes += chunk.length
      if (bytes > MAX_BYTES) entry.destroy(new Error('theme is too large'))
    })
    await pipeline(entry, createWriteStream(target))
  }

  return count
}
