import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import path from 'node:path';

export const SERVICES = ['api', 'worker', 'mailer'] as const;
export type Service = (typeof SERVICES)[number];

export interface LogQuery {
  service: Service;
  limit: number;
}

const LOG_DIR = process.env.LOG_DIR ?? '/var/log/app';

export async function* readLines(service: Service): AsyncGenerator<string> {
  const input = createReadStream(path.join(LOG_DIR, `${service}.log`), 'utf8');
  yield* createInterface({ input, crlfDelay: Infinity });
}

export async function queryLogs({ service, limit }: LogQuery): Promise<string[]> {
  const found: string[] = [];
  for await (const line of readLines(service)) {
    found.push(line);
    if (found.length > limit) found.shift();
  }
  return found;
}
