import type { Kysely } from 'kysely'
import type { Database } from '../db/types'

const COLUMNS = ['id', 'number', 'customer_name', 'total_cents', 'issued_on', 'status'] as const

export interface InvoiceSearch {
  customer?: string
  status?: 'draft' | 'sent' | 'paid'
  page: number
  pageSize: number
}

export class InvoiceStore {
  constructor(private readonly db: Kysely<Database>) {}

  async search(tenantId: string, { customer, status, page, pageSize }: InvoiceSearch) {
    let query = this.db
      .selectFrom('invoices')
      .select(COLUMNS)
      .where('tenant_id', '=', tenantId)

    if (customer) query = query.where('customer_name', 'ilike', `${customer}%`)
    if (status) query = query.where('status', '=', status)

    return query
      .orderBy('issued_on', 'desc')
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
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
