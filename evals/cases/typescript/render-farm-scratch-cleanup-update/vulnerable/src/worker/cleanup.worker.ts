import { rm } from 'node:fs/promises';
import path from 'node:path';
import { Worker, type Job } from 'bullmq';
import { redis, scratchRoot } from '../config';
import { logger } from '../logger';
import type { CleanupJob } from '../queues';

async function clean(job: Job<CleanupJob>): Promise<void> {
  const { shot, folder } = job.data;
  const target = path.join(scratchRoot, folder);
  await rm(target, { recursive: true, force: true });
  logger.info({ shot }, 'scratch folder removed');
}

export const cleanupWorker = new Worker<CleanupJob>('cleanup', clean, {
  connection: redis,
  concurrency: 2,
});

cleanupWorker.on('failed', (job, err) => {
  logger.warn({ id: job?.id, err: err.message }, 'cleanup failed');
});
