import { Queue } from 'bullmq';
import { redis } from './config';

export interface FrameJob {
  shot: number;
  frame: number;
}

export const frames = new Queue<FrameJob>('frames', { connection: redis });
