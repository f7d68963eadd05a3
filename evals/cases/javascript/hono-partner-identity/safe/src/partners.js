import { createHash } from 'node:crypto';
import { pool } from './db.js';

export async function partnerById(id) {
  const { rows } = await pool.query('SELECT id, name FROM partners WHERE id = $1', [id]);
  return rows[0] ?? null;
}
