import * as repository from '../repositories/contracts.js';

const present = ({ id, counterparty, signed_at: signedAt, value_cents: cents }) => ({
  id,
  counterparty,
  signedAt,
  value: cents / 100,
});

export async function listContracts(companyId) {
  return (await repository.latest(companyId)).map(present);
}

export async function searchContracts(companyId, { text, year }) {
  const until = Number.parseInt(year, 10) || new Date().getFullYear();
  return (await repository.byCounterparty(companyId, text, until)).map(present);
}

export async function getContract(companyId, id) {
  const row = await repository.byId(companyId, id);
  return row ? present(row) : null;
}
