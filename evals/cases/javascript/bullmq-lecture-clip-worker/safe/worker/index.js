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

  // clip: what the student typed into the share dialog (title, from, to), id is ours
  async clip({ clipId }) {
    const clip = await db.clips.get(clipId);
    const recording = await db.recordings.get(clip.recordingId);
    const file = await ffmpeg.cut(recording.path, clip, clipsDir);
    await db.clips.update(clipId, { path: file, state: 'ready' });
  },
};

new Worker('media', (job) => handlers[job.name](job.data), { connection, concurrency: 1 });
