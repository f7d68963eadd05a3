import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

async function git(cwd: string, args: string[]): Promise<string> {
  const { stdout } = await execFileAsync('git', args, { cwd, timeout: 20_000, maxBuffer: 4 << 20 });
  return stdout;
}

const lines = (out: string): string[] => out.split('\n').filter(Boolean);

export async function tags(cwd: string): Promise<string[]> {
  return lines(await git(cwd, ['tag', '--list', '--sort=-creatordate']));
}

/** Subjects of the commits that are in `to` and not in `from`. */
export async function subjects(cwd: string, from: string, to?: string): Promise<string[]> {
  const range = to ? `${from}..${to}` : from;
  return lines(await git(cwd, ['log', '--no-merges', '--format=%s', '-n', '200', '--end-of-options', range, '--']));
}
