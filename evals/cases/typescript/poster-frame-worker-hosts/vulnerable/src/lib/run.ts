import { spawn } from 'node:child_process';

export class ToolError extends Error {
  constructor(
    readonly tool: string,
    readonly code: number | null,
    readonly stderr: string,
  ) {
    super(`${tool} exited with ${code}`);
  }
}

/** Runs one of the media tools and resolves with what it printed. */
export function run(tool: 'ffmpeg' | 'ffprobe', args: string[], timeoutMs = 60_000): Promise<string> {
  return new Promise((resolve, reject) => {
    // the Windows hosts have ffmpeg as a shim on the PATH
    const child = spawn(tool, args, {
      shell: true,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err = (err + chunk).slice(-4000)));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new ToolError(tool, code, err))));
  });
}
