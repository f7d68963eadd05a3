import { Injectable } from '@nestjs/common';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

    // decision letters quote the names, so leave them as they are
    const stored = file.name.normalize('NFC');
    const target = join(folder, stored);
    await writeFile(target, file.content, { flag: 'wx' });
    return stored;
  }
}
