import { join } from 'node:path';
import type { Job } from 'bullmq';
import { run } from '../lib/run';
import { mediaRoot } from '../settings';

interface PosterJob {
  movieId: number;
  /** As the uploader typed it. */
  title: string;
  atSeconds: number;
}

export async function posterFrame(job: Job<PosterJob>): Promise<{ poster: string }> {
  const { movieId, title, atSeconds } = job.data;
  if (!Number.isInteger(movieId)) throw new Error('movieId must be a number');

  const source = join(mediaRoot, 'in', `${movieId}.mp4`);
  const poster = join(mediaRoot, 'posters', `${movieId}.jpg`);
  await run('ffmpeg', [
    '-y',
    '-ss',
    String(Number(atSeconds) || 0),
    '-i',
    source,
    '-frames:v',
    '1',
    '-metadata',
    `title=${title}`,
    poster,
  ]);
  await job.updateProgress(100);
  return { poster };
}
