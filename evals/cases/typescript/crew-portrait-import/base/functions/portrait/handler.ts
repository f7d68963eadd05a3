import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyResultV2 } from 'aws-lambda';

const s3 = new S3Client({});
const BUCKET = process.env.PORTRAIT_BUCKET!;
const MAX_BYTES = 3 * 1024 * 1024;

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

export async function handler(event: Event): Promise<APIGatewayProxyResultV2> {
  switch (event.routeKey) {
    case 'POST /portrait/form':
      return uploadForm(event);
    case 'DELETE /portrait':
      return removePortrait(event);
    default:
      return reply(404, { error: 'Not found' });
  }
}
