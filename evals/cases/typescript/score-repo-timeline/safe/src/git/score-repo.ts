import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Revision {
  id: string;
  author: string;
  at: string;
  message: string;
}

export class ScoreRepo {
  constructor(private readonly dir: string) {}

  async branches(): Promise<string[]> {
    const { stdout } = await run('git', ['for-each-ref', '--format=%(refname:short)', 'refs/heads'], { cwd: this.dir });
    return stdout.split('\n').filter(Boolean);
  }

  async timeline(branch: string, file: string, limit = 50): Promise<Revision[]> {
    const args = ['log', `--max-count=${limit}`, '--format=%H%x1f%an%x1f%aI%x1f%s', '--end-of-options', branch, '--', file];
    const { stdout } = await run('git', args, { cwd: this.dir, maxBuffer: 8 * 1024 * 1024 });
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [id, author, at, message] = line.split('\x1f');
        return { id, author, at, message };
      });
  }
}
