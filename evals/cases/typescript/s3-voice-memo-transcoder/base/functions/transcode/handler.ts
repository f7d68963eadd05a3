import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Event, S3EventRecord } from 'aws-lambda';

const s3 = new S3Client({});
const TARGET = process.env.MEMO_BUCKET as string;

const keyOf = (record: S3EventRecord): string => decodeURIComponent(record.s3.object.key.replace(/\+/g, ' '));

/** Copies a memo as it is; the player does not understand every format yet. */
async function handle(record: S3EventRecord): Promise<void> {
  const key = keyOf(record);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: record.s3.bucket.name, Key: key }));
  await s3.send(new PutObjectCommand({ Bucket: TARGET, Key: key, Body: await Body?.transformToByteArray() }));
}

export async function handler(event: S3Event): Promise<void> {
  for (const record of event.Records) {
    await handle(record);
  }
}
