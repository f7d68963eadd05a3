import { basename } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { S3Event } from 'aws-lambda';

import { saveFieldMap } from './field-maps';

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
    }
  }
}
