import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const AUDIO = new Set(['.mp3', '.wav', '.ogg', '.m4a']);

export class RecordingStorage {
  constructor(private readonly dir: string) {}

  accepts(fileName: string): boolean {
    return AUDIO.has(extname(fileName).toLowerCase());
  }

  /** Stores the stream and returns the key to find it again. */
  async store(interviewId: string, fileName: string, data: Readable): Promise<string> {
    await mkdir(join(this.dir, interviewId), { recursive: true });
    const key = join(interviewId, `${randomUUID().slice(0, 8)}-${fileName}`);
    await pipeline(data, createWriteStream(join(this.dir, key), { flags: 'wx' }));
    return key;
  }
}
