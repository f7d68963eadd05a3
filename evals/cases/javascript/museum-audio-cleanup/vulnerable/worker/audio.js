const path = require('node:path');

const AUDIO_ROOT = path.resolve(process.env.AUDIO_ROOT || '/srv/guide/audio');

/** Folder with one file per language. */
exports.audioFolder = (tour, stop) => {
  const folder = path.resolve(AUDIO_ROOT, tour, stop);
  return folder;
};
