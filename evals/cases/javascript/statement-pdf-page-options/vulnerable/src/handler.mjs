import { spawn } from 'node:child_process';
import { S3Client, PutObjectCommand } from '@aws-sdk/client-s3';
import { buffer } from 'node:stream/consumers';
import { statementHtml } from './statement-html.mjs';
import { toFlags } from './flags.mjs';

const s3 = new S3Client({});

async function render(html, flags) {
  const child = spawn('/opt/bin/wkhtmltopdf', [...flags, '-', '-']);
  const exited = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`wkhtmltopdf: ${code}`))));
  });
  child.stdin.end(html);
  const [pdf] = await Promise.all([buffer(child.stdout), exited]);
  return pdf;
}

/** One record is one request of a customer through the public API. */
export const handler = async ({ Records }) => {
  for (const record of Records) {
    const { customerId, month, page } = JSON.parse(record.body);
    const html = await statementHtml(customerId, month);
    const pdf = await render(html, toFlags(page));
    await s3.send(
      new PutObjectCommand({
        Bucket: process.env.STATEMENTS_BUCKET,
        Key: `${Number(customerId)}/${encodeURIComponent(month)}.pdf`,
        Body: pdf,
        ContentType: 'application/pdf',
      }),
    );
  }
};
