const path = require('path')
const { promisify } = require('util')
const exec = promisify(require('child_process').exec)

const POSTER_DIR = process.env.POSTER_DIR || '/var/lib/heats/posters'

exports.makePoster = async function makePoster (clip, at = '00:00:00') {
  const out = path.join(POSTER_DIR, `${clip.id}.jpg`)
  const command = `ffmpeg -y -ss ${at} -i "${clip.file}" -frames:v 1 -vf scale=960:-1 "${out}"`
  await exec(command, { timeout: 20000 })
  return out
}
