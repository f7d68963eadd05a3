'use strict'

const { spawn } = require('child_process')
const { once } = require('events')
const { pipeline } = require('stream/promises')
const path = require('path')
const { Scan } = require('../models')
const config = require('../config')


const WIDTH = 480

async function finished (child, name) {
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
}

/**
 * Queue job. The scan keeps the name it was uploaded with, in a folder of its own.
 */
async function makeCover ({ data }) {
  const scan = await Scan.findByPk(data.scanId)
  if (!scan) return

  const source = path.join(config.scanDir, String(scan.id), scan.fileName)
  const cover = path.join(config.coverDir, `${scan.id}.webp`)

  // no file in between any more
  const reader = spawn('pdftoppm', ['-singlefile', '-png', source], { stdio: ['ignore', 'pipe', 'inherit'] })
  const writer = spawn('convert', ['png:-', '-resize', `${WIDTH}x`, cover], { stdio: ['pipe', 'inherit', 'inherit'] })
  await Promise.all([
    finished(reader, 'pdftoppm'),
    finished(writer, 'convert'),
    pipeline(reader.stdout, writer.stdin)
  ])

  await scan.update({ coverAt: new Date() })
}

module.exports = { makeCover }
