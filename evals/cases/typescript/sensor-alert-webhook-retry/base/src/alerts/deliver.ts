import { createHmac } from 'node:crypto';
import type { Alert, Hook } from './types';
import { deliveries } from './delivery-log';
import { publicFetch } from '../net/public-fetch';

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

  try {
    const status = await post(hook, body);
    await deliveries.record(hook.id, alert.id, status);
    return status < 400;
  } catch (error) {
    await deliveries.record(hook.id, alert.id, (error as Error).name);
    return false;
  }
}
