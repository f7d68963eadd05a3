import { Queue } from 'bullmq';
import { redis } from './config';

export interface FrameJob {
  shot: number;
  frame: number;
}

export const frames = new Queue<FrameJob>('frames', { connection: redis });

export interface CleanupJob {
  shot: number;
  /** relative to the scratch root, e.g. "sc040/sh010/v003" */
  folder: string;
}

export const cleanup = new Queue<CleanupJob>('cleanup', {
  connection: redis,
  defaultJobOptions: { attempts: 2, removeOnComplete: true },
});
