import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

const BUCKET = process.env.CONTRACT_BUCKET;
const s3 = new S3Client({});

export function contractKey(tenantId, contractId) {
  return `contracts/${tenantId}/${contractId}.pdf`;
}

export async function storeContract(tenantId, contractId, pdf) {
  const Key = contractKey(tenantId, contractId);
  await s3.send(new PutObjectCommand({
    Bucket: BUCKET, Key, Body: pdf, ContentType: 'application/pdf', ServerSideEncryption: 'aws:kms',
  }));
  return Key;
}

/** Short-lived link for the browser. */
export async function contractLink(key) {
  const command = new GetObjectCommand({ Bucket: BUCKET, Key: key });
  return getSignedUrl(s3, command, { expiresIn: 120 });
}
