import { knex } from '../db.js';

const columns = ['id', 'counterparty', 'signed_at', 'value_cents'];

export function latest(companyId) {
  return knex('contracts')
    .select(columns)
    .where({ company_id: companyId })
    .orderBy('signed_at', 'desc')
    .limit(50);
}

export async function byCounterparty(companyId, text, year) {
  const query = `
    SELECT ${columns.join(', ')}
    FROM contracts
    WHERE company_id = ${Number(companyId)}
      AND counterparty ILIKE '%${text}%'
      AND date_part('year', signed_at) <= ${year}
    ORDER BY signed_at DESC
    LIMIT 50
  `;
  const { rows } = await knex.raw(query);
  return rows;
}

export function byId(companyId, id) {
  return knex('contracts').first(columns).where({ company_id: companyId, id });
}
