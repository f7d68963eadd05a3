import { appendFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { config } from '../config';

const UPLOAD_ID = /^[0-9a-f]{32}$/;

function pathOf(uploadId: string): string {
  if (!UPLOAD_ID.test(uploadId)) {
    throw new RangeError('Malformed upload id');
  }
  return join(config.chunkDir, `${uploadId}.part`);
}

export async function offsetOf(uploadId: string): Promise<number> {
  return (await stat(pathOf(uploadId))).size;
}

export async function append(uploadId: string, chunk: Buffer): Promise<void> {
  await appendFile(pathOf(uploadId), chunk);
}

export async function finish(uploadId: string, target: string): Promise<void> {
  await rename(pathOf(uploadId), target);
}
