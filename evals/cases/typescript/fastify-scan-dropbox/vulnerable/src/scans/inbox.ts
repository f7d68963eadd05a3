import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ulid } from 'ulid';

export class Inbox {
  constructor(private readonly root: string) {}

  /** Writes one page of a scan as `<ulid>/<name>` and says where. */
  async put(clinicId: number, original: string, content: Readable): Promise<string> {
    const id = ulid();
    const folder = join(this.root, String(clinicId), id);

    const name = original.normalize('NFC').replace(/\s+/g, '_');
    const target = join(folder, name);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(content, createWriteStream(target, { flags: 'wx' }));
    return `${id}/${name}`;
  }
}
