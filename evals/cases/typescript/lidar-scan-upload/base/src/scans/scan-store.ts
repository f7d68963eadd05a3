import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export class ScanStore {
  constructor(private readonly root: string) {}

  async list(surveyId: string): Promise<string[]> {
    return readdir(join(this.root, surveyId)).catch(() => []);
  }

  async save(surveyId: string, scan: Readable): Promise<string> {
    const folder = join(this.root, surveyId);
    await mkdir(folder, { recursive: true });
    const name = `${randomUUID()}.laz`;
    await pipeline(scan, createWriteStream(join(folder, name)));
    return name;
  }
}
