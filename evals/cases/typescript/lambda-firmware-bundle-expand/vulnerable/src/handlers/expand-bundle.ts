import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Event } from 'aws-lambda';
import AdmZip from 'adm-zip';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { publishImages } from '../publish-images';

const s3 = new S3Client({});
const MAX_ENTRIES = 400;
const MAX_ENTRY_BYTES = 32 * 1024 * 1024;

async function expand(archive: Buffer, folder: string): Promise<number> {
  const entries = new AdmZip(archive).getEntries();
  if (entries.length > MAX_ENTRIES) {
    throw new Error(`bundle has ${entries.length} entries`);
  }

  let written = 0;
  for (const entry of entries) {
    if (entry.isDirectory) continue;
    if (entry.header.size > MAX_ENTRY_BYTES) {
      throw new Error('bundle entry is too large');
    }
    const target = join(folder, entry.entryName);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, entry.getData());
    written += 1;
  }
  return written;
}

export async function handler(event: S3Event): Promise<void> {
  for (const { s3: source } of event.Records) {
    const key = decodeURIComponent(source.object.key.replace(/\+/g, ' '));
    const object = await s3.send(new GetObjectCommand({ Bucket: source.bucket.name, Key: key }));
    const archive = Buffer.from(await object.Body!.transformToByteArray());

    const folder = await mkdtemp(join(tmpdir(), 'bundle-'));
    try {
      const count = await expand(archive, folder);
      await publishImages(folder);
      console.info('bundle expanded', { count });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
