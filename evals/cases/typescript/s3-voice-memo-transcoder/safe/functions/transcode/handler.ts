import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Event, S3EventRecord } from 'aws-lambda';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { transcode } from './ffmpeg';

const s3 = new S3Client({});
const TARGET = process.env.MEMO_BUCKET as string;

const keyOf = (record: S3EventRecord): string => decodeURIComponent(record.s3.object.key.replace(/\+/g, ' '));

/** Memos are uploaded as `<member id>/<title>.<format>`. */
async function handle(record: S3EventRecord): Promise<void> {
  const key = keyOf(record);
  const title = path.parse(key).name;
  const folder = await mkdtemp(path.join(tmpdir(), 'memo-'));
  try {
    const input = path.join(folder, 'original');
    const output = path.join(folder, 'memo.ogg');
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: record.s3.bucket.name, Key: key }));
    await pipeline(Body as Readable, createWriteStream(input));
    await transcode({ input, output, title });
    await s3.send(new PutObjectCommand({ Bucket: TARGET, Key: `${key}.ogg`, Body: await readFile(output), ContentType: 'audio/ogg' }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export async function handler(event: S3Event): Promise<void> {
  for (const record of event.Records) {
    await handle(record);
  }
}
