import { Worker, type Job } from 'bullmq';
import path from 'node:path';

import { connection } from './connection';
import { duration, poster } from './ffmpeg';
import { workspace } from './workspace';

interface VideoJob {
  videoId: string;
  objectKey: string;
  /** Second the uploader picked in the player, e.g. "12.5" or "00:01:03". */
  posterAt?: string;
}

async function handle(job: Job<VideoJob>) {
  const { videoId, objectKey } = job.data;
  return workspace(videoId, async (dir, store) => {
    const source = path.join(dir, 'source');
    await store.download(objectKey, source);
    const seconds = await duration(source);
    const target = path.join(dir, 'poster.jpg');
    await poster(source, target, { at: job.data.posterAt ?? '1', width: 1280 });
    await store.upload(target, `posters/${videoId}.jpg`);
    return { seconds };
  });
}

export const worker = new Worker<VideoJob>('video', handle, { connection, concurrency: 2 });
