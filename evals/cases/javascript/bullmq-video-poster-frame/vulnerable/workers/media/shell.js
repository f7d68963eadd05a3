const { promisify } = require('node:util');
const { exec, execFile } = require('node:child_process');

const execAsync = promisify(exec);
const execFileAsync = promisify(execFile);

async function probe(file) {
  const { stdout } = await execFileAsync('ffprobe', [
    '-v', 'error', '-show_format', '-of', 'json', file,
  ]);
  return JSON.parse(stdout).format;
}

async function grabFrame(file, second, out) {
  const cmd = ['ffmpeg', '-y', '-ss', second, '-i', file, '-frames:v', '1', out].join(' ');
  await execAsync(cmd, { timeout: 30000 });
  return out;
}

module.exports = { probe, grabFrame };
