import { knex } from '../db.js';

const columns = ['id', 'counterparty', 'signed_at', 'value_cents'];

export function latest(companyId) {
  return knex('contracts')
    .select(columns)
    .where({ company_id: companyId })
    .orderBy('signed_at', 'desc')
    .limit(50);
}

export function byId(companyId, id) {
  return knex('contracts').first(columns).where({ company_id: companyId, id });
}
