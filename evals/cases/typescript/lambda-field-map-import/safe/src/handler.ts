import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Event } from 'aws-lambda';

import { saveFieldMap } from './field-maps';
import { unpack } from './unpack';

const s3 = new S3Client({});

function objectKey(raw: string): string {
  return decodeURIComponent(raw.replace(/\+/g, ' '));
}

/** Farms put their maps into the upload bucket with a presigned URL, as farmId/name. */
export async function handler(event: S3Event): Promise<void> {
  for (const record of event.Records) {
    const bucket = record.s3.bucket.name;
    const key = objectKey(record.s3.object.key);
    const [farmId] = key.split('/');

    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    if (!Body) continue;

    if (key.endsWith('.geojson')) {
      await saveFieldMap(farmId, basename(key), await Body.transformToString());
      continue;
    }
    if (!key.endsWith('.tar.gz')) continue;

    const dir = await mkdtemp(join(tmpdir(), 'maps-'));
    try {
      for (const file of await unpack(Body as Readable, dir)) {
        if (file.endsWith('.geojson')) {
          await saveFieldMap(farmId, basename(file), await readFile(file, 'utf8'));
        }
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }
}
