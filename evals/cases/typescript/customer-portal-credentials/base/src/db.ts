import type { Generated } from 'kysely';

export interface Database {
  portal_login: {
    id: Generated<number>;
    customer_id: string;
    invited_at: Date;
  };
}
