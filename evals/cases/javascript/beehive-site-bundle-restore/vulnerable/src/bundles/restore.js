'use strict'

const fs = require('fs/promises')
const os = require('os')
const path = require('path')
const tar = require('tar')
const { swapSite } = require('../sites/swap')

const LIMIT = 200 * 1024 * 1024

async function unpack (bundle, cwd) {
  let bytes = 0
  await tar.extract({
    file: bundle,
    cwd,
    strict: true,
    // pages live in nested folders, keep them as they were packed
    preservePaths: true,
    filter: (name, entry) => {
      bytes += entry.size
      return bytes <= LIMIT
    }
  })
  if (bytes > LIMIT) throw Object.assign(new Error('bundle too large'), { status: 413 })
}

/** Replaces the pages of a site by those in an uploaded bundle. */
module.exports = async function restoreSite (site, bundle) {
  const dir = await fs.mkdtemp(path.join(os.tmpdir(), 'bundle-'))
  try {
    await unpack(bundle, dir)
    await fs.access(path.join(dir, 'site.json'))
    await swapSite(site, dir)
  } finally {
    await fs.rm(dir, { recursive: true, force: true })
    await fs.rm(bundle, { force: true })
  }
}
