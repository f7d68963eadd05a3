const { Worker } = require('bullmq');
const db = require('./db');
const ffmpeg = require('./ffmpeg');
const { connection, clipsDir } = require('./config');

const handlers = {
  async probe({ recordingId }) {
    const recording = await db.recordings.get(recordingId);
    const format = await ffmpeg.probe(recording.path);
    await db.recordings.update(recordingId, { duration: Number(format.duration) });
  },
};

new Worker('media', (job) => handlers[job.name](job.data), { connection, concurrency: 1 });
