import { lookup } from 'node:dns';
import { createHmac } from 'node:crypto';
import { Worker, UnrecoverableError } from 'bullmq';
import got from 'got';
import { isInternal } from '../lib/addresses.js';
import { connection } from '../lib/redis.js';
import { endpointSecret } from '../lib/endpoints.js';

function signature(secret, timestamp, body) {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

function resolveAll(hostname) {
  return new Promise((resolve, reject) => {
    lookup(hostname, { all: true }, (err, found) => (err ? reject(err) : resolve(found)));
  });
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
  const addresses = await resolveAll(hostname);
  if (addresses.some(({ address }) => isInternal(address))) {
    throw new UnrecoverableError(`${hostname} is not a public host`);
  }
  const response = await got.post(job.data.url, {
    body,
    headers,
    dnsLookup: (host, options, cb) => cb(null, addresses[0].address, addresses[0].family),
    followRedirect: false,
    throwHttpErrors: false,
    timeout: { request: 10_000 },
  });
  if (response.statusCode >= 500) throw new Error(`endpoint answered ${response.statusCode}`);
  return { status: response.statusCode };
}

export const worker = new Worker('webhooks', deliver, { connection, concurrency: 10 });
