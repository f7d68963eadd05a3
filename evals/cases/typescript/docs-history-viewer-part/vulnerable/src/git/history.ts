import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repoDir } from '../settings';

const execFileAsync = promisify(execFile);

export interface Revision {
  hash: string;
  author: string;
  subject: string;
}

async function git(args: readonly string[]): Promise<string> {
  const { stdout } = await execFileAsync('git', args, { cwd: repoDir, maxBuffer: 4 << 20 });
  return stdout;
}

export async function history(page: string, branch = 'main'): Promise<Revision[]> {
  const out = await git(['log', '--max-count=50', '--format=%h%x1f%an%x1f%s', branch, '--', page]);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const [hash, author, subject] = line.split('\x1f');
      return { hash, author, subject };
    });
}

export async function branches(): Promise<string[]> {
  const out = await git(['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
  return out.split('\n').filter(Boolean);
}
