import { spawn } from 'node:child_process';
import path from 'node:path';
import { config } from '../config';

export interface DumpRequest {
  tables: string[];
  withData: boolean;
}

const env = { PATH: process.env.PATH, PGSERVICEFILE: config.pgServiceFile, PGSERVICE: 'camp' };

function fileFor(now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  return path.join(config.dumpDir, `camp-${stamp}.sql.gz`);
}

/** Dumps some tables for the district office; resolves to the file's path. */
export function dumpTables({ tables, withData }: DumpRequest): Promise<string> {
  const file = fileFor(new Date());
  const args = ['--no-owner', ...tables.map((t) => `--table=${t}`)];
  if (!withData) args.push('--schema-only');

  return new Promise((resolve, reject) => {
    const line = `pg_dump ${args.join(' ')} | gzip > ${file}`;
    const child = spawn('sh', ['-c', line], { env });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(file) : reject(new Error(`pg_dump: ${code}`))));
  });
}
