import type { Generated } from 'kysely';

export interface Database {
  portal_login: {
    id: Generated<number>;
    customer_id: string;
    salt: Buffer | null;
    hash: Buffer | null;
    must_change: boolean;
    invited_at: Date;
  };
}
