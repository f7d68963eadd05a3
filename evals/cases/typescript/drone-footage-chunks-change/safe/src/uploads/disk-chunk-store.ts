import { appendFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface ChunkStore {
  offsetOf(uploadId: string): Promise<number>;
  append(uploadId: string, chunk: Buffer): Promise<void>;
  finish(uploadId: string, target: string): Promise<void>;
}

const UPLOAD_ID = /^[0-9a-f]{32}$/;

export class DiskChunkStore implements ChunkStore {
  constructor(private readonly folder: string) {}

  async offsetOf(uploadId: string): Promise<number> {
    const { size } = await stat(this.pathOf(uploadId));
    return size;
  }

  async append(uploadId: string, chunk: Buffer): Promise<void> {
    await appendFile(this.pathOf(uploadId), chunk);
  }

  async finish(uploadId: string, target: string): Promise<void> {
    await rename(this.pathOf(uploadId), target);
  }

  private pathOf(uploadId: string): string {
    if (!UPLOAD_ID.test(uploadId)) {
      throw new RangeError('Malformed upload id');
    }
    return join(this.folder, `${uploadId}.part`);
  }
}
