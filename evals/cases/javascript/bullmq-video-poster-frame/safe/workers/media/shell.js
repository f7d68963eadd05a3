const { promisify } = require('node:util');
const { execFile } = require('node:child_process');

const execFileAsync = promisify(execFile);

async function probe(file) {
  const { stdout } = await execFileAsync('ffprobe', [
    '-v', 'error', '-show_format', '-of', 'json', file,
  ]);
  return JSON.parse(stdout).format;
}

async function grabFrame(file, second, out) {
  const args = ['-y', '-ss', String(Number(second) || 0), '-i', file, '-frames:v', '1', out];
  await execFileAsync('ffmpeg', args, { timeout: 30000 });
  return out;
}

module.exports = { probe, grabFrame };
