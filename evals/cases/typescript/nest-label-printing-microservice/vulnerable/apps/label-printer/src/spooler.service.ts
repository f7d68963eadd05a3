import { Injectable } from '@nestjs/common';
import { exec } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(exec);
const MAX_COPIES = 5;

@Injectable()
export class SpoolerService {
  async submit(zpl: Buffer, copies: number, printer: string): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'label-'));
    const file = join(dir, 'label.zpl');
    const count = Math.min(Math.max(Math.trunc(Number(copies)) || 1, 1), MAX_COPIES);
    try {
      await writeFile(file, zpl, { mode: 0o600 });
      const { stdout } = await run(`lp -d ${printer} -n ${count} -o raw ${file}`, { timeout: 15_000 });
      return this.parseJobId(stdout);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }

  private parseJobId(output: string): string {
    const match = /request id is (\S+)/.exec(output);
    if (!match) {
      throw new Error('Spooler did not return a job id');
    }
    return match[1];
  }
}
