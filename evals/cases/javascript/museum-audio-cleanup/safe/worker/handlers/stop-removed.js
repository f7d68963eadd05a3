const fs = require('node:fs/promises');
const path = require('node:path');
const { search } = require('../services');
const { audioFolder } = require('../audio');

module.exports = async function stopRemoved({ tour, stop }, log) {
  await search.forget(`${tour}/${stop}`);
  const folder = audioFolder(tour, stop);
  await fs.rm(folder, { recursive: true, force: true });
  await fs.appendFile(path.join(__dirname, '..', 'removed.log'), JSON.stringify({ tour, stop }) + '\n');
  log.info('tour stop removed');
};
