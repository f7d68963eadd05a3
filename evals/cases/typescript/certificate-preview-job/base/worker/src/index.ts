import { Worker } from 'bullmq';
import { dimensions } from './imagemagick';
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
    const { courseId } = job.data;
    const background = backgroundOf(courseId);
    const [width, height] = dimensions(background);
    await job.updateProgress(20);
    return { width, height, file: previewFile(courseId, job.id!) };
  },
  { connection, concurrency: 2 },
);
