import { execFile } from 'node:child_process';
import path from 'node:path';
import { config } from '../config';

export interface DumpRequest {
  tables: string[];
  withData: boolean;
}

const env = { PATH: process.env.PATH, PGSERVICEFILE: config.pgServiceFile, PGSERVICE: 'camp' };

function fileFor(now: Date): string {
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  return path.join(config.dumpDir, `camp-${stamp}.sql`);
}

/** Dumps some tables for the district office; resolves to the file's path. */
export function dumpTables({ tables, withData }: DumpRequest): Promise<string> {
  const file = fileFor(new Date());
  const args = ['--no-owner', `--file=${file}`, ...tables.map((t) => `--table=${t}`)];
  if (!withData) args.push('--schema-only');

  return new Promise((resolve, reject) => {
    execFile('pg_dump', args, { env }, (err) => (err ? reject(err) : resolve(file)));
  });
}
