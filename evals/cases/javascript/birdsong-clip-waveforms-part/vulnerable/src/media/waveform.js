import { exec } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(exec);

const SIZE = '800x120';

/**
 * @param {string} clip     path of the recording
 * @param {string} picture  path of the PNG to write
 * @param {{ start?: string, colour?: string }} [look]
 */
export async function drawWaveform(clip, picture, { start = '0', colour = 'white' } = {}) {
  const filter = `showwavespic=s=${SIZE}:colors=${colour}`;
  const args = [
    `-ss ${start}`,
    `-i ${clip}`,
    `-filter_complex "${filter}"`,
    '-frames:v 1 -y',
    picture,
  ];
  await run(`ffmpeg -hide_banner ${args.join(' ')}`, { timeout: 60_000 });
  return picture;
}
