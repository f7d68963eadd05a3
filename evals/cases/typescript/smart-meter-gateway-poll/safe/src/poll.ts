import { setTimeout as sleep } from 'node:timers/promises';

import { listGateways, storeValues } from './database.js';
import { readMeters } from './gateway-client.js';
import { logger } from './logger.js';

const INTERVAL_MS = 15 * 60 * 1000;
const PARALLEL = 8;

let stopping = false;
process.once('SIGTERM', () => {
  stopping = true;
});

async function pollAll(): Promise<void> {
  const queue = await listGateways();

  const lane = async (): Promise<void> => {
    for (let gateway = queue.pop(); gateway; gateway = queue.pop()) {
      try {
        const values = await readMeters(gateway);
        await storeValues(gateway.id, new Date(), values);
      } catch (error) {
        logger.warn({ gateway: gateway.id, message: (error as Error).message }, 'gateway not read');
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, lane));
}

while (!stopping) {
  const started = Date.now();
  await pollAll();
  await sleep(Math.max(0, INTERVAL_MS - (Date.now() - started)));
}
