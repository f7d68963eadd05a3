const fs = require('fs')
const path = require('path')
const stream = require('stream')
const yauzl = require('yauzl')
const { readManifest } = require('./manifest')

const MAX_ENTRIES = 2000
const MAX_BYTES = 40 * 1024 * 1024

// Some theme editors still write CP437 names, which yauzl decodes to mojibake on its own.
function entryName(entry) {
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0
  return entry.fileName.toString(utf8 ? 'utf8' : 'latin1')
}

// Unpacks an uploaded theme package into its own folder and returns the manifest.
function installTheme(zipFile, themesRoot, slug) {
  const themeDir = path.resolve(themesRoot, slug)

  return new Promise((resolve, reject) => {
    yauzl.open(zipFile, { lazyEntries: true, decodeStrings: false }, (err, zip) => {
      if (err) return reject(err)
      if (zip.entryCount > MAX_ENTRIES) {
        zip.close()
        return reject(new Error('Theme package has too many files'))
      }
      let total = 0
      const stop = (error) => {
        zip.close()
        reject(error)
      }
      zip.on('error', reject)
      zip.on('end', () => resolve(readManifest(themeDir)))
      zip.on('entry', (entry) => {
        const name = entryName(entry)
        if (name.endsWith('/')) return zip.readEntry()
        const dest = path.resolve(themeDir, name)
        if (!dest.startsWith(themeDir + path.sep)) {
          return stop(new Error('Theme package has an invalid path'))
        }
        total += entry.uncompressedSize
        if (total > MAX_BYTES) return stop(new Error('Theme package is too large'))
        fs.mkdirSync(path.dirname(dest), { recursive: true })
        zip.openReadStream(entry, (openErr, read) => {
          if (openErr) return stop(openErr)
          stream.pipeline(read, fs.createWriteStream(dest), (e) => {
            if (e) return stop(e)
            zip.readEntry()
          })
        })
      })
      zip.readEntry()
    })
  })
}

module.exports = { installTheme }
