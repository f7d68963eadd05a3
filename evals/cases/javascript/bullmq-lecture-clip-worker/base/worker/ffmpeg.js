const path = require('path');
const { promisify } = require('util');
const { execFile } = require('child_process');

const runFile = promisify(execFile);

const TEN_MINUTES = 10 * 60 * 1000;

async function probe(file) {
  const { stdout } = await runFile('ffprobe', ['-v', 'error', '-show_format', '-of', 'json', file]);
  return JSON.parse(stdout).format;
}

module.exports = { probe };
