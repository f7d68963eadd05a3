import { spawn } from 'node:child_process';
import { platform } from 'node:os';

export interface PrintJob {
  printer: string;
  title: string;
  zpl: string;
}

// On Windows a CUPS client is there as lp.cmd (wrapper) and as cups-lp.exe.
const command = platform() === 'win32' ? 'cups-lp.exe' : 'lp';
const windowsHide = platform() === 'win32';

const MAX_STDERR = 2000;

export function submit(job: PrintJob): Promise<void> {
  const args = [`-d${job.printer}`, `-t${job.title}`, '-o', 'raw'];

  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'], windowsHide });
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
