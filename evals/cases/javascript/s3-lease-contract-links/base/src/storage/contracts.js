import { S3Client, PutObjectCommand, GetObjectCommand } from '@aws-sdk/client-s3';

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
