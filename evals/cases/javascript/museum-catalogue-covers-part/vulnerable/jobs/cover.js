'use strict'

const { exec } = require('child_process')
const path = require('path')
const { promisify } = require('util')
const { Scan } = require('../models')
const config = require('../config')

const sh = promisify(exec)

const WIDTH = 480

/**
 * Queue job. The scan keeps the name it was uploaded with, in a folder of its own.
 */
async function makeCover ({ data }) {
  const scan = await Scan.findByPk(data.scanId)
  if (!scan) return

  const source = path.join(config.scanDir, String(scan.id), scan.fileName)
  const cover = path.join(config.coverDir, `${scan.id}.webp`)

  // no file in between any more
  await sh(`pdftoppm -singlefile -png "${source}" | convert png:- -resize ${WIDTH}x "${cover}"`)

  await scan.update({ coverAt: new Date() })
}

module.exports = { makeCover }
