import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Revision {
  id: string;
  subject: string;
}

export class HandbookRepo {
  constructor(private readonly dir: string) {}

  async revisions(page: string): Promise<Revision[]> {
    const out = await this.git(['log', '--max-count=50', '--format=%h%x09%s', '--', page]);
    return out
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [id, subject] = line.split('\t');
        return { id, subject };
      });
  }

  async diff(page: string, from: string, to = 'HEAD'): Promise<string> {
    return this.git(['diff', '--no-color', from, to, '--', page]);
  }

  private async git(args: string[]): Promise<string> {
    const { stdout } = await run('git', args, { cwd: this.dir, maxBuffer: 4 << 20, timeout: 10_000 });
    return stdout;
  }
}
