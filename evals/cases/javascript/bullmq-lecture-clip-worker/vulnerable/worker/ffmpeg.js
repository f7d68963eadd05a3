const path = require('path');
const { promisify } = require('util');
const { exec, execFile } = require('child_process');

const runFile = promisify(execFile);
const run = promisify(exec);

const TEN_MINUTES = 10 * 60 * 1000;

async function probe(file) {
  const { stdout } = await runFile('ffprobe', ['-v', 'error', '-show_format', '-of', 'json', file]);
  return JSON.parse(stdout).format;
}

// -c copy: cuts at key frames, which is good enough for a share link
async function cut(file, clip, outDir) {
  const out = path.join(outDir, `${clip.id}.mp4`);
  const meta = `-metadata title="${clip.title.replace(/"/g, '\\"')}"`;
  const command = ['ffmpeg -nostdin -y', `-ss ${clip.from} -to ${clip.to}`, `-i ${file}`, '-c copy', meta, out].join(' ');
  await run(command, { timeout: TEN_MINUTES });
  return out;
}

module.exports = { probe, cut };
