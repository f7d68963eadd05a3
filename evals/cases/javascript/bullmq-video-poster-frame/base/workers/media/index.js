const path = require('node:path');
const { Worker } = require('bullmq');
const { probe } = require('./shell');
const { connection } = require('../redis');
const videos = require('../../models/videos');
const log = require('../../log').child({ worker: 'media' });

const MEDIA_DIR = process.env.MEDIA_DIR || '/var/lib/app/media';

const handlers = {
  async probe({ videoId }) {
    const video = await videos.get(videoId);
    const format = await probe(path.join(MEDIA_DIR, `${video.id}.mp4`));
    await videos.update(video.id, { duration: Number(format.duration) });
  },
};

const worker = new Worker(
  'media',
  async (job) => {
    const handler = handlers[job.name];
    if (!handler) throw new Error(`no handler for ${job.name}`);
    return handler(job.data);
  },
  { connection, concurrency: 2 },
);

worker.on('failed', (job, err) => log.error({ job: job && job.id, err }, 'media job failed'));
