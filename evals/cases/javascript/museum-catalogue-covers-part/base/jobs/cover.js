'use strict'

const { execFile } = require('child_process')
const path = require('path')
const fs = require('fs/promises')
const { promisify } = require('util')
const { Scan } = require('../models')
const config = require('../config')

const run = promisify(execFile)

const WIDTH = 480

/**
 * Queue job. The scan keeps the name it was uploaded with, in a folder of its own.
 */
async function makeCover ({ data }) {
  const scan = await Scan.findByPk(data.scanId)
  if (!scan) return

  const source = path.join(config.scanDir, String(scan.id), scan.fileName)
  const cover = path.join(config.coverDir, `${scan.id}.webp`)

  const first = path.join(config.tmpDir, `${scan.id}-first`)
  await run('pdftoppm', ['-singlefile', '-png', source, first])
  await run('convert', [`${first}.png`, '-resize', `${WIDTH}x`, cover])
  await fs.rm(`${first}.png`, { force: true })

  await scan.update({ coverAt: new Date() })
}

module.exports = { makeCover }
