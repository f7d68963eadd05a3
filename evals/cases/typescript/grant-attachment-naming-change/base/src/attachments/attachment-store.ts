import { Injectable } from '@nestjs/common';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { StorageConfig } from '../config/storage.config';

export interface Incoming {
  name: string;
  content: Buffer;
}

@Injectable()
export class AttachmentStore {
  constructor(private readonly config: StorageConfig) {}

  /** Returns the name under which the file was stored. */
  async keep(applicationId: number, file: Incoming): Promise<string> {
    const folder = join(this.config.attachmentDir, String(applicationId));
    await mkdir(folder, { recursive: true });

    const stored = randomUUID() + extname(basename(file.name)).toLowerCase();
    await writeFile(join(folder, stored), file.content, { flag: 'wx' });
    return stored;
  }
}
