const { Worker } = require('bullmq');
const { exec } = require('node:child_process');
const { promisify } = require('node:util');
const fs = require('node:fs/promises');
const path = require('node:path');

const config = require('../config');
const log = require('../log').child({ worker: 'encode' });
const episodes = require('../models/episodes');

const run = promisify(exec);
const TEN_MINUTES = 10 * 60 * 1000;

// uploads are stored under the id that we gave them, see routes/uploads.js
function filesFor(episode) {
  return {
    source: path.join(config.mediaDir, 'incoming', `${episode.id}.wav`),
    target: path.join(config.mediaDir, 'public', `${episode.id}.mp3`),
  };
}

async function encode(job) {
  const episode = await episodes.byId(job.data.episodeId);
  if (!episode) {
    log.warn({ job: job.id }, 'episode is gone, nothing to encode');
    return { skipped: true };
  }
  const { source, target } = filesFor(episode);

  const command = `ffmpeg -y -loglevel error -i "${source}" -codec:a libmp3lame -qscale:a 4 "${target}"`;
  await run(command, { timeout: TEN_MINUTES });

  const { size } = await fs.stat(target);
  await episodes.markReady(episode.id, { size });
  await fs.rm(source, { force: true });
  return { size };
}

const worker = new Worker('encode', encode, {
  connection: config.redis,
  concurrency: 2,
});

worker.on('failed', (job, err) => {
  log.error({ job: job && job.id, err }, 'encoding failed');
  if (job && job.attemptsMade >= job.opts.attempts) {
    episodes.markFailed(job.data.episodeId).catch((e) => log.error(e));
  }
});

process.on('SIGTERM', () => {
  worker.close().then(() => process.exit(0));
});
