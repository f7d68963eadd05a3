const fs = require('fs')
const path = require('path')
const { pipeline } = require('stream/promises')
const unzipper = require('unzipper')
const { readManifest } = require('./manifest')

const MAX_ENTRIES = 2000
const MAX_BYTES = 40 * 1024 * 1024

// Unpacks an uploaded theme package into its own folder and returns the manifest.
async function installTheme(zipFile, themesRoot, slug) {
  const themeDir = path.resolve(themesRoot, slug)
  const archive = await unzipper.Open.file(zipFile)

  if (archive.files.length > MAX_ENTRIES) {
    throw new Error('Theme package has too many files')
  }

  let total = 0
  for (const entry of archive.files) {
    if (entry.type === 'Directory') continue
    const dest = path.resolve(themeDir, entry.path)
    if (!dest.startsWith(themeDir + path.sep)) {
      throw new Error('Theme package has an invalid path')
    }
    total += entry.uncompressedSize
    if (total > MAX_BYTES) throw new Error('Theme package is too large')
    await fs.promises.mkdir(path.dirname(dest), { recursive: true })
    await pipeline(entry.stream(), fs.createWriteStream(dest))
  }
  return readManifest(themeDir)
}

module.exports = { installTheme }
