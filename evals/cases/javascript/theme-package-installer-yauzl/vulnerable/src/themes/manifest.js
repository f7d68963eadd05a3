const fs = require('fs')
const path = require('path')

const FIELDS = ['name', 'version', 'author', 'screenshot']

async function readManifest(themeDir) {
  const raw = await fs.promises.readFile(path.join(themeDir, 'theme.json'), 'utf8')
  const parsed = JSON.parse(raw)
  const manifest = {}
  for (const field of FIELDS) {
    if (typeof parsed[field] !== 'string' || parsed[field].length > 200) {
      throw new Error(`theme.json: ${field} is missing or not valid`)
    }
    manifest[field] = parsed[field]
  }
  return manifest
}

module.exports = { readManifest }
