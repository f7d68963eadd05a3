import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import path from 'node:path';

export const SERVICES = ['api', 'worker', 'mailer'] as const;
export type Service = (typeof SERVICES)[number];

export interface LogQuery {
  service: Service;
  limit: number;
  pattern?: string;
}

const LOG_DIR = process.env.LOG_DIR ?? '/var/log/app';

export async function* readLines(service: Service): AsyncGenerator<string> {
  const input = createReadStream(path.join(LOG_DIR, `${service}.log`), 'utf8');
  yield* createInterface({ input, crlfDelay: Infinity });
}

function matcher(pattern?: string): (line: string) => boolean {
  if (!pattern) return () => true;
  const expression = new RegExp(pattern, 'i');
  return (line) => expression.test(line);
}

export async function queryLogs({ service, limit, pattern }: LogQuery): Promise<string[]> {
  const matches = matcher(pattern);
  const found: string[] = [];
  for await (const line of readLines(service)) {
    if (!matches(line)) continue;
    found.push(line);
    if (found.length > limit) found.shift();
  }
  return found;
}
