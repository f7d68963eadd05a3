import { exec as execCallback } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Clip } from './clip';

const exec = promisify(execCallback);

export interface StillOptions {
  /** as ffmpeg reads it: 12.5 or 00:01:30 */
  at: string;
  width?: number;
}

export class StillService {
  constructor(
    private readonly mediaDir: string,
    private readonly stillDir: string,
  ) {}

  /** Writes a JPEG and returns its name. */
  async create(clip: Clip, { at, width = 640 }: StillOptions): Promise<string> {
    const name = `${randomUUID()}.jpg`;
    const input = join(this.mediaDir, clip.storedName);
    const output = join(this.stillDir, name);
    const command = `ffmpeg -nostdin -loglevel error -ss ${at} -i "${input}" -frames:v 1 -vf scale=${width}:-2 "${output}"`;
    await exec(command, { timeout: 30_000 });
    return name;
  }
}
