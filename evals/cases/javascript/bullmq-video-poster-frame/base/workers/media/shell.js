const { promisify } = require('node:util');
const { execFile } = require('node:child_process');

const execFileAsync = promisify(execFile);

async function probe(file) {
  const { stdout } = await execFileAsync('ffprobe', [
    '-v', 'error', '-show_format', '-of', 'json', file,
  ]);
  return JSON.parse(stdout).format;
}

module.exports = { probe };
