import { spawn } from 'node:child_process';

export interface PrintJob {
  printer: string;
  title: string;
  zpl: string;
}

const MAX_STDERR = 2000;

export function submit(job: PrintJob): Promise<void> {
  const args = [`-d${job.printer}`, `-t${job.title}`, '-o', 'raw'];

  return new Promise((resolve, reject) => {
    const child = spawn('lp', args, { stdio: ['pipe', 'ignore', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => {
      stderr = (stderr + chunk.toString()).slice(-MAX_STDERR);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`lp ended with ${code}: ${stderr.trim()}`));
    });
    child.stdin.end(job.zpl);
  });
}
