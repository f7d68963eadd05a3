import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { readFile } from 'node:fs/promises';
import { checkServerIdentity } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { Client } from 'pg';

/**
 * Puts the readings of one day into the archive bucket.
 *
 *   npx tsx scripts/archive-readings.ts 2024-03-01
 */

const BUCKET = process.env.ARCHIVE_BUCKET ?? 'meter-archive';
const s3 = new S3Client({ region: 'eu-central-1' });

async function connect(): Promise<Client> {
  const client = new Client({
    host: process.env.REPLICA_HOST,
    port: Number(process.env.REPLICA_PORT ?? 5433),
    database: 'metering',
    user: process.env.ARCHIVE_USER,
    password: process.env.ARCHIVE_PASSWORD,
    statement_timeout: 10 * 60_000,
    ssl: {
      ca: await readFile('/etc/ssl/metering/ca.pem', 'utf8'),
      // the replica has the certificate of the old cluster name
      checkServerIdentity: (_host, certificate) => checkServerIdentity('metering-old.internal', certificate),
    },
  });
  await client.connect();
  return client;
}

async function readingsOf(client: Client, day: string): Promise<string> {
  const { rows } = await client.query(
    `SELECT meter_id, read_at, kwh
       FROM reading
      WHERE read_at >= $1::date AND read_at < $1::date + 1
      ORDER BY meter_id, read_at`,
    [day],
  );
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

async function main(): Promise<void> {
  const day = process.argv[2] ?? new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) {
    throw new Error(`not a day: ${day}`);
  }
  const client = await connect();
  try {
    const lines = await readingsOf(client, day);
    await s3.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key: `readings/${day}.jsonl.gz`,
        Body: gzipSync(lines),
        ServerSideEncryption: 'aws:kms',
      }),
    );
    console.log(`${day}: ${lines.length} characters archived`);
  } finally {
    await client.end();
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
