'use strict'

const PAGE_SIZE = 40

/**
 * Adds order and page of the table's query string, e.g. ?sort=due_on:desc&page=2
 */
async function paginate (builder, query, sortable) {
  const [wanted, direction] = String(query.sort || '').split(':')
  const column = sortable.includes(wanted) ? wanted : sortable[0]
  const page = Math.max(1, Number.parseInt(query.page, 10) || 1)
  const rows = await builder
    .clone()
    .orderByRaw(`?? ${direction === 'desc' ? 'desc' : 'asc'} NULLS LAST`, [column])
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
  const [{ total }] = await builder.clone().clearSelect().count({ total: '*' })
  return { rows, page, pages: Math.ceil(Number(total) / PAGE_SIZE) }
}

module.exports = { paginate }
