import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { request } from 'undici';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from 'aws-lambda';

const s3 = new S3Client({});
const BUCKET = process.env.PORTRAIT_BUCKET!;
const MAX_BYTES = 3 * 1024 * 1024;
const IMAGE_TYPES = new Set(['image/jpeg', 'image/png', 'image/webp']);

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;

const reply = (statusCode: number, body: unknown): APIGatewayProxyResultV2 => ({
  statusCode,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const keyFor = (event: Event) => `crew/${event.requestContext.authorizer.jwt.claims.sub}/portrait`;

/** Form fields for an upload straight from the browser. */
async function uploadForm(event: Event): Promise<APIGatewayProxyResultV2> {
  const form = await createPresignedPost(s3, {
    Bucket: BUCKET,
    Key: keyFor(event),
    Fields: { 'Content-Type': 'image/jpeg' },
    Conditions: [
      ['content-length-range', 1, MAX_BYTES],
      ['eq', '$Content-Type', 'image/jpeg'],
    ],
    Expires: 300,
  });
  return reply(200, form);
}

async function removePortrait(event: Event): Promise<APIGatewayProxyResultV2> {
  await s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: keyFor(event) }));
  return reply(200, { removed: true });
}

async function importPortrait(event: Event): Promise<APIGatewayProxyResultV2> {
  const { imageUrl } = JSON.parse(event.body ?? '{}');
  if (typeof imageUrl !== 'string' || !URL.canParse(imageUrl)) {
    return reply(422, { error: 'imageUrl is missing' });
  }
  const source = new URL(imageUrl);
  const response = await request(source, { headersTimeout: 4_000, bodyTimeout: 8_000 });
  const type = String(response.headers['content-type'] ?? '').split(';')[0];
  const length = Number(response.headers['content-length'] ?? NaN);
  if (response.statusCode !== 200 || !IMAGE_TYPES.has(type) || !(length <= MAX_BYTES)) {
    await response.body.dump();
    return reply(422, { error: `Not usable: ${response.statusCode} ${type}` });
  }
  const image = Buffer.from(await response.body.arrayBuffer());
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: keyFor(event), Body: image, ContentType: type }));
  return reply(201, { bytes: image.length });
}

export async function handler(event: Event): Promise<APIGatewayProxyResultV2> {
  switch (event.routeKey) {
    case 'POST /portrait/form':
      return uploadForm(event);
    case 'POST /portrait/import':
      return importPortrait(event);
    case 'DELETE /portrait':
      return removePortrait(event);
    default:
      return reply(404, { error: 'Not found' });
  }
}
