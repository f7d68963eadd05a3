import { and, asc, eq, ilike, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { berths } from '../db/schema'

export interface BerthListOptions {
  marinaId: string
  search?: string
  limit: number
}

export async function listBerths(opts: BerthListOptions) {
  const filters: SQL[] = [eq(berths.marinaId, opts.marinaId)]
  if (opts.search) filters.push(ilike(berths.label, `%${opts.search}%`))

  return db
    .select({
      id: berths.id,
      label: berths.label,
      length: berths.lengthCm,
      draft: berths.draftCm,
    })
    .from(berths)
    .where(and(...filters))
    .orderBy(asc(berths.label))
    .limit(opts.limit)
}
