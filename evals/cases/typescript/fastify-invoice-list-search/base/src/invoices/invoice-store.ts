import type { Kysely } from 'kysely'
import type { Database } from '../db/types'

const COLUMNS = ['id', 'number', 'customer_name', 'total_cents', 'issued_on', 'status'] as const

export class InvoiceStore {
  constructor(private readonly db: Kysely<Database>) {}

  async list(tenantId: string) {
    return this.db
      .selectFrom('invoices')
      .select(COLUMNS)
      .where('tenant_id', '=', tenantId)
      .orderBy('issued_on', 'desc')
      .execute()
  }

  async find(tenant: string, id: string) {
    return this.db
      .selectFrom('invoices as i')
      .selectAll()
      .where('i.id', '=', id)
      .where('i.tenant_id', '=', tenant)
      .executeTakeFirst()
  }
}
