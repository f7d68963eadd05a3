import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function duration(file: string): Promise<number> {
  const { stdout } = await run('ffprobe', ['-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file]);
  return Number.parseFloat(stdout);
}

export interface PosterOptions {
  at: string;
  width: number;
}

export async function poster(input: string, output: string, { at, width }: PosterOptions): Promise<void> {
  const args = ['-y', '-ss', at, '-i', input, '-frames:v', '1', '-vf', `scale=${width}:-1`, output];
  await run('ffmpeg', args, { timeout: 60_000 });
}
