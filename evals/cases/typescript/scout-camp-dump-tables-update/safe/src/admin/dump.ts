import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
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
export async function dumpTables({ tables, withData }: DumpRequest): Promise<string> {
  const file = fileFor(new Date());
  const args = ['--no-owner', ...tables.map((t) => `--table=${t}`)];
  if (!withData) args.push('--schema-only');

  const child = spawn('pg_dump', args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`pg_dump: ${code}`))));
  });
  await Promise.all([closed, pipeline(child.stdout, createGzip(), createWriteStream(file))]);
  return file;
}
