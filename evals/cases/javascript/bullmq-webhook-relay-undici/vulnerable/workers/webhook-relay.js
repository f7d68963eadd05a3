import { lookup } from 'node:dns';
import { createHmac } from 'node:crypto';
import { Worker, UnrecoverableError } from 'bullmq';
import { Agent, request } from 'undici';
import { connection } from '../lib/redis.js';
import { endpointSecret } from '../lib/endpoints.js';

const agent = new Agent({ connect: { timeout: 3_000 } });

function signature(secret, timestamp, body) {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** job.data: { endpointId, url, event } - url is what the customer registered */
async function deliver(job) {
  const body = JSON.stringify(job.data.event);
  const timestamp = Math.floor(Date.now() / 1000);
  const secret = await endpointSecret(job.data.endpointId);
  const headers = {
    'content-type': 'application/json',
    'x-relay-timestamp': String(timestamp),
    'x-relay-signature': signature(secret, timestamp, body),
  };
  const response = await request(job.data.url, {
    method: 'POST',
    body,
    headers,
    dispatcher: agent,
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  await response.body.dump();
  if (response.statusCode >= 500) throw new Error(`endpoint answered ${response.statusCode}`);
  return { status: response.statusCode };
}

export const worker = new Worker('webhooks', deliver, { connection, concurrency: 10 });
