import { createReadStream, type ReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { REPORTS_DIR } from './tokens';

/** Where the nightly job leaves the reports: one directory per farm. */
@Injectable()
export class ReportArchive {
  constructor(@Inject(REPORTS_DIR) private readonly root: string) {}

  async names(farmId: number): Promise<string[]> {
    const files = await readdir(this.dirOf(farmId)).catch(() => [] as string[]);
    return files.filter((name) => name.endsWith('.pdf')).sort().reverse();
  }

  open(farmId: number, file: string): ReadStream {
    return createReadStream(join(this.dirOf(farmId), file));
  }

  private dirOf(farmId: number): string {
    return join(this.root, `farm-${farmId}`);
  }
}
