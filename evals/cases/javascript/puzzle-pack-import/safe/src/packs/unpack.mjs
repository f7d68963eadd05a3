import fs from 'node:fs/promises'
import path from 'node:path'
import JSZip from 'jszip'

const MAX_ENTRIES = 300
const MAX_BYTES = 20 * 1024 * 1024

/**
 * Writes the files of a puzzle pack to `folder` and returns their names.
 * @param {Buffer} archive
 * @param {string} folder
 */
export async function unpack(archive, folder) {
  const zip = await JSZip.loadAsync(archive, { createFolders: false })
  const files = Object.values(zip.files).filter(entry => !entry.dir)
  if (files.length > MAX_ENTRIES) throw new RangeError('too many files in the pack')

  let total = 0
  const names = []
  for (const entry of files) {
    // JSZip cleans `name`, the folders of older packs are in the original one
    const target = path.resolve(folder, entry.unsafeOriginalName ?? entry.name)
    if (!target.startsWith(path.resolve(folder) + path.sep)) throw new RangeError('bad name in the pack')
    const content = await readLimited(entry, MAX_BYTES - total)
    total += content.length
    await fs.mkdir(path.dirname(target), { recursive: true })
    await fs.writeFile(target, content)
    names.push(path.relative(folder, target))
  }
  return names
}

function readLimited(entry, limit) {
  return new Promise((resolve, reject) => {
    const chunks = []
    let size = 0
    const stream = entry.nodeStream()
    stream.on('data', chunk => {
      size += chunk.length
      if (size > limit) {
        stream.pause()
        reject(new RangeError('pack too large'))
        return
      }
      chunks.push(chunk)
    })
    stream.on('error', reject)
    stream.on('end', () => resolve(Buffer.concat(chunks)))
  })
}
