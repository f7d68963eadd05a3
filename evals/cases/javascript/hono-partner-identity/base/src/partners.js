import { createHash } from 'node:crypto';
import { pool } from './db.js';

const digest = (key) => createHash('sha256').update(key).digest('hex');

export async function partnerByKey(key) {
  const { rows } = await pool.query('SELECT id, name FROM partners WHERE key_digest = $1', [digest(key)]);
  return rows[0] ?? null;
}
