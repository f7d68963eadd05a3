const path = require('path')
const { promisify } = require('util')
const execFile = promisify(require('child_process').execFile)

const POSTER_DIR = process.env.POSTER_DIR || '/var/lib/heats/posters'

exports.makePoster = async function makePoster (clip, at = '00:00:00') {
  const out = path.join(POSTER_DIR, `${clip.id}.jpg`)
  const args = ['-y', '-ss', at, '-i', clip.file, '-frames:v', '1', '-vf', 'scale=960:-1', out]
  await execFile('ffmpeg', args, { timeout: 20000 })
  return out
}
