import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ulid } from 'ulid';

export class Inbox {
  constructor(private readonly root: string) {}

  /** Writes one page of a scan and says under which name. */
  async put(clinicId: number, content: Readable): Promise<string> {
    const folder = join(this.root, String(clinicId));
    await mkdir(folder, { recursive: true });

    const name = `${ulid()}.pdf`;
    await pipeline(content, createWriteStream(join(folder, name), { flags: 'wx' }));
    return name;
  }
}
