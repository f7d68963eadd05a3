import { spawn } from 'node:child_process';

export interface Job {
  input: string;
  output: string;
  title: string;
}

const TIMEOUT_MS = 60_000;

const command = ({ input, output, title }: Job): string[] =>
  ['-y', '-i', input, '-metadata', `title=${title}`, '-codec:a', 'libopus', '-b:a', '32k', output];

/** Resolves when ffmpeg has written the output, and rejects with the end of what it said. */
export function transcode(job: Job): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', command(job), {
      timeout: TIMEOUT_MS,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8');
    child.stderr.on('data', (part: string) => {
      said = (said + part).slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`ffmpeg ended with ${code}: ${said}`));
    });
  });
}
