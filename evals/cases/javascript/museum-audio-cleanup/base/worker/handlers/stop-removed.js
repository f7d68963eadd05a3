const fs = require('node:fs/promises');
const path = require('node:path');
const { search } = require('../services');

module.exports = async function stopRemoved({ tour, stop }, log) {
  await search.forget(`${tour}/${stop}`);
  await fs.appendFile(path.join(__dirname, '..', 'removed.log'), JSON.stringify({ tour, stop }) + '\n');
  log.info('tour stop removed');
};
