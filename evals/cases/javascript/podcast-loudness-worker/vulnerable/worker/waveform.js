import { execSync } from 'node:child_process'
import { Worker } from 'bullmq'
import { writeFileSync, rmSync } from 'node:fs'
import { connection } from './redis.js'
import { markDone, markFailed } from './episodes.js'

// numbers only, from our own settings
const SIZE = '1280x720'

const FILTER = `[0:a]showwaves=s=${SIZE}:mode=line[v]`

// job.data: { episodeId, audio, video } are paths of ours, title is what the host typed
function render ({ audio, video, title }) {
  const filter = `${FILTER};[v]drawtext=text='${title.replace(/'/g, '’')}':x=40:y=40[t]`
  const list = `${video}.cmd`
  writeFileSync(list, filter)
  try {
    execSync(`ffmpeg -y -i ${audio} -filter_complex_script ${list} -map '[t]' -map 0:a -metadata title="${title}" ${video}`)
  } finally {
    rmSync(list, { force: true })
  }
}

export const worker = new Worker(
  'waveform',
  async (job) => {
    try {
      await render(job.data)
      await markDone(job.data.episodeId, job.data.video)
    } catch (err) {
      await markFailed(job.data.episodeId)
      throw err
    }
  },
  { connection, concurrency: 1 }
)
