import { and, eq, ilike, sql, type SQL } from 'drizzle-orm'
import { db } from '../db/client'
import { berths } from '../db/schema'

export interface BerthListOptions {
  marinaId: string
  search?: string
  sort?: string
  limit: number
}

/** "length" is ascending, "-length" descending. */
function orderFor(sort = 'label'): SQL {
  const descending = sort.startsWith('-')
  const key = descending ? sort.slice(1) : sort
  return sql.raw(`${key} ${descending ? 'desc' : 'asc'}`)
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
    .orderBy(orderFor(opts.sort))
    .limit(opts.limit)
}
