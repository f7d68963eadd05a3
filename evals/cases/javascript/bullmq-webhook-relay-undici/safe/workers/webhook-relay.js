import { lookup } from 'node:dns';
import { createHmac } from 'node:crypto';
import { Worker, UnrecoverableError } from 'bullmq';
import { Agent, request } from 'undici';
import { isInternal } from '../lib/addresses.js';
import { connection } from '../lib/redis.js';
import { endpointSecret } from '../lib/endpoints.js';

function publicLookup(hostname, options, callback) {
  lookup(hostname, { ...options, all: true }, (err, addresses) => {
    if (err) return callback(err);
    const blocked = addresses.some(({ address }) => isInternal(address));
    if (blocked) return callback(new UnrecoverableError(`${hostname} is not a public host`));
    if (options.all) return callback(null, addresses);
    callback(null, addresses[0].address, addresses[0].family);
  });
}

const agent = new Agent({ connect: { timeout: 3_000, lookup: publicLookup } });

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
  const { hostname } = new URL(job.data.url);
  if (isInternal(hostname.replace(/^\[|\]$/g, ''))) throw new UnrecoverableError('not a public host');
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
