import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Alert, Hook } from './types';
import { deliveries } from './delivery-log';
import { publicFetch } from '../net/public-fetch';

const ATTEMPTS = 4;

function signature(hook: Hook, body: string): string {
  return createHmac('sha256', hook.signingKey).update(body).digest('hex');
}

async function post(hook: Hook, body: string): Promise<number> {
  const response = await publicFetch(hook.url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-signature': signature(hook, body) },
    signal: AbortSignal.timeout(5_000),
  });
  await response.body?.cancel();
  return response.status;
}

/** `hook.url` is what the customer entered in the alert settings. */
export async function deliver(hook: Hook, alert: Alert): Promise<boolean> {
  const body = JSON.stringify({ sensor: alert.sensorId, level: alert.level, at: alert.at });

  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      const status = await post(hook, body);
      await deliveries.record(hook.id, alert.id, attempt, status);
      if (status < 500) return status < 400;
    } catch (error) {
      await deliveries.record(hook.id, alert.id, attempt, (error as Error).name);
    }
    await sleep(1_000 * 2 ** attempt);
  }
  return false;
}
