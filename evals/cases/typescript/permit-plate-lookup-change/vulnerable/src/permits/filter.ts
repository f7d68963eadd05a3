export interface PermitFilter {
  zone?: string
  validOn?: string
  plate?: string
}

export interface Where {
  text: string
  values: unknown[]
}

/** Turns the filter of the list screen into a WHERE clause with numbered parameters. */
export function toWhere(councilId: number, filter: PermitFilter): Where {
  const values: unknown[] = [councilId]
  const clauses = ['p.council_id = $1']

  if (filter.zone) {
    values.push(filter.zone)
    clauses.push(`p.zone = $${values.length}`)
  }
  if (filter.validOn) {
    values.push(filter.validOn)
    clauses.push(`$${values.length}::date BETWEEN p.valid_from AND p.valid_to`)
  }
  if (filter.plate) {
    const plate = filter.plate.toUpperCase().replace(/\s+/g, '')
    clauses.push(`p.plate ILIKE '${plate}%'`)
  }

  return { text: clauses.join(' AND '), values }
}
