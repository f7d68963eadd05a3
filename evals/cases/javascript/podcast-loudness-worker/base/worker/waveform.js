import { execa } from 'execa'
import { Worker } from 'bullmq'
import { connection } from './redis.js'
import { markDone, markFailed } from './episodes.js'

// numbers only, from our own settings
const SIZE = '1280x720'

const FILTER = `[0:a]showwaves=s=${SIZE}:mode=line[v]`

async function render ({ audio, video }) {
  await execa('ffmpeg', ['-y', '-i', audio, '-filter_complex', FILTER, '-map', '[v]', '-map', '0:a', video])
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
