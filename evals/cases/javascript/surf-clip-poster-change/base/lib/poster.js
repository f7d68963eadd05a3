const path = require('path')
const { promisify } = require('util')
const execFile = promisify(require('child_process').execFile)

const POSTER_DIR = process.env.POSTER_DIR || '/var/lib/heats/posters'

exports.makePoster = async function makePoster (clip) {
  const out = path.join(POSTER_DIR, `${clip.id}.jpg`)
  await execFile('ffmpeg', ['-y', '-i', clip.file, '-frames:v', '1', out], { timeout: 20000 })
  return out
}
