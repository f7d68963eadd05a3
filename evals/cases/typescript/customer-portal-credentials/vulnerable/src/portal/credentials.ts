import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../db';

export class WeakPasswordError extends Error {}

async function fingerprint(password: string, salt: Buffer): Promise<Buffer> {
  return createHash('sha256').update(salt).update(password.normalize('NFKC')).digest();
}

export class PortalCredentials {
  constructor(private readonly db: Kysely<Database>) {}

  async setPassword(customerId: string, password: string): Promise<void> {
    if (password.length < 12 || password.length > 200) {
      throw new WeakPasswordError('Use 12 to 200 characters');
    }
    const salt = randomBytes(16);
    const hash = await fingerprint(password, salt);
    await this.db
      .updateTable('portal_login')
      .set({ salt, hash, must_change: false })
      .where('customer_id', '=', customerId)
      .execute();
  }

  async verify(customerId: string, password: string): Promise<boolean> {
    const row = await this.db
      .selectFrom('portal_login')
      .select(['salt', 'hash'])
      .where('customer_id', '=', customerId)
      .executeTakeFirst();
    if (!row?.salt || !row.hash) {
      return false;
    }
    const actual = await fingerprint(password, row.salt);
    return actual.length === row.hash.length && timingSafeEqual(actual, row.hash);
  }
}
