import { exec, execFile } from 'node:child_process';

const LIMITS = { timeout: 60_000, maxBuffer: 4 * 1024 * 1024 };

/** Runs a command line of ours, with pipes and all. */
export function sh(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    exec(line, LIMITS, (err, stdout) => (err ? reject(err) : resolve(stdout)));
  });
}

/** Runs one program with the arguments as they are. */
export function program(file: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(file, args, LIMITS, (err, stdout) => (err ? reject(err) : resolve(stdout)));
  });
}
