import { Worker } from 'bullmq'
import { join } from 'node:path'
import { connection } from '../queue'
import { mirrors } from '../db/mirrors'
import { update } from './git'

interface MirrorJob {
  mirrorId: number
}

export const startWorker = (root: string) =>
  new Worker<MirrorJob>(
    'mirror',
    async (job) => {
      const mirror = await mirrors.get(job.data.mirrorId)
      if (!mirror) return
      const head = await update(join(root, String(mirror.id)))
      await mirrors.setHead(mirror.id, head)
    },
    { connection, concurrency: 2 },
  )
