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
}
