import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool, type PoolConfig } from 'pg';
import { z } from 'zod';
import * as schema from './schema';

const Settings = z.object({
  REPORTING_DATABASE_URL: z.string().url(),
  REPORTING_POOL_SIZE: z.coerce.number().int().min(1).max(20).default(4),
});

function poolConfig(env: NodeJS.ProcessEnv): PoolConfig {
  const settings = Settings.parse(env);
  return {
    connectionString: settings.REPORTING_DATABASE_URL,
    max: settings.REPORTING_POOL_SIZE,
    idleTimeoutMillis: 30_000,
    statement_timeout: 60_000,
  };
}

export const pool = new Pool(poolConfig(process.env));

pool.on('error', (error) => {
  console.error('idle reporting client failed', error.message);
});

export const reportingDb = drizzle(pool, { schema });

export async function closeReporting(): Promise<void> {
  await pool.end();
}
