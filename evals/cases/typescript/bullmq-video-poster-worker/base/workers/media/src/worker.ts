import { Worker, type Job } from 'bullmq';
import path from 'node:path';

import { connection } from './connection';
import { duration } from './ffmpeg';
import { workspace } from './workspace';

interface VideoJob {
  videoId: string;
  objectKey: string;
}

async function handle(job: Job<VideoJob>) {
  const { videoId, objectKey } = job.data;
  return workspace(videoId, async (dir, store) => {
    const source = path.join(dir, 'source');
    await store.download(objectKey, source);
    const seconds = await duration(source);
    return { seconds };
  });
}

export const worker = new Worker<VideoJob>('video', handle, { connection, concurrency: 2 });
