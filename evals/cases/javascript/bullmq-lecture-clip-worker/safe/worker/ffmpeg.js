const path = require('path');
const { promisify } = require('util');
const { execFile } = require('child_process');

const runFile = promisify(execFile);

const TEN_MINUTES = 10 * 60 * 1000;

async function probe(file) {
  const { stdout } = await runFile('ffprobe', ['-v', 'error', '-show_format', '-of', 'json', file]);
  return JSON.parse(stdout).format;
}

// -c copy: cuts at key frames, which is good enough for a share link
async function cut(file, clip, outDir) {
  const out = path.join(outDir, `${clip.id}.mp4`);
  const window = ['-ss', String(clip.from), '-to', String(clip.to)];
  const args = ['-nostdin', '-y', ...window, '-i', file, '-c', 'copy', '-metadata', `title=${clip.title}`, out];
  await runFile('ffmpeg', args, { timeout: TEN_MINUTES });
  return out;
}

module.exports = { probe, cut };
