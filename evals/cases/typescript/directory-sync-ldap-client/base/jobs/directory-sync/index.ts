import { pool } from '../../src/db';
import { readExport } from './csv-export';

const UPSERT = `
  INSERT INTO employees (number, name, mail, department, seen_at)
  VALUES ($1, $2, $3, $4, now())
  ON CONFLICT (number) DO UPDATE
     SET name = excluded.name, mail = excluded.mail, department = excluded.department, seen_at = now()`;

async function main(): Promise<void> {
  const found = await readExport('/srv/exports/staff.csv');
  for (const { number, name, mail, department } of found) {
    await pool.query(UPSERT, [number, name, mail, department]);
  }
  console.log(`directory sync: ${found.length} employees`);
}

main()
  .catch((error: Error) => {
    console.error(`directory sync failed: ${error.message}`);
    process.exitCode = 1;
  })
  .finally(() => pool.end());
