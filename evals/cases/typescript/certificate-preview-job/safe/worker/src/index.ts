import { Worker } from 'bullmq';
import { caption, dimensions } from './imagemagick';
import { connection } from './redis';
import { backgroundOf, previewFile } from './storage';

interface PreviewJob {
  courseId: number;
  /** As the learner typed it in the profile. */
  learnerName: string;
}

export const worker = new Worker<PreviewJob>(
  'certificate-preview',
  async (job) => {
    const { courseId, learnerName } = job.data;
    const background = backgroundOf(courseId);
    const [width, height] = dimensions(background);
    await job.updateProgress(20);
    const target = previewFile(courseId, job.id!);
    caption(background, { text: learnerName, size: Math.round(height / 12) }, target);
    return { width, height, file: target };
  },
  { connection, concurrency: 2 },
);
