import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { Job, Worker } from 'bullmq';

import { connection } from '../queue';
import { clips } from '../repositories/clips';
import type { TranscodeJob } from '../types';
import { logger } from '../logger';

const run = promisify(execFile);

const MEDIA_ROOT = process.env.MEDIA_ROOT ?? '/srv/media';
const TIMEOUT_MS = 15 * 60 * 1000;

async function transcode(job: Job<TranscodeJob>): Promise<void> {
  const { clipId, bitrate } = job.data;
  const source = path.join(MEDIA_ROOT, 'incoming', `${clipId}.mov`);
  const outDir = path.join(MEDIA_ROOT, 'clips', clipId);
  const target = path.join(outDir, 'web.mp4');

  await mkdir(outDir, { recursive: true });
  const args = ['-y', '-i', source, '-c:v', 'libx264', '-b:v', `${bitrate}k`, '-movflags', '+faststart', target];

  try {
    await run('ffmpeg', args, { timeout: TIMEOUT_MS, maxBuffer: 8 * 1024 * 1024 });
  } catch (error) {
    await rm(target, { force: true });
    throw error;
  }
  await clips.markReady(clipId, target);
}

export const transcodeWorker = new Worker<TranscodeJob>('transcode', transcode, {
  connection,
  concurrency: 2,
});

transcodeWorker.on('failed', (job, error) => {
  logger.error({ clipId: job?.data.clipId, error }, 'transcode failed');
});
