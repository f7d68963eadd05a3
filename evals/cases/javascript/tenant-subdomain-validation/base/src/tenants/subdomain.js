const RESERVED = new Set(['www', 'api', 'admin', 'mail', 'status', 'help']);

export class SubdomainTaken extends Error {}

/** "Café Müller" -> "cafe-muller" */
export function suggestion(companyName) {
  return companyName
    .slice(0, 60)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .replace(/-$/, '');
}

export class Subdomains {
  #knex;

  constructor(knex) {
    this.#knex = knex;
  }

  async isFree(name) {
    if (RESERVED.has(name)) return false;
    const row = await this.#knex('tenants').select('id').where({ subdomain: name }).first();
    return !row;
  }

  async claim(tenantId, companyName) {
    const name = suggestion(companyName);
    if (!(await this.isFree(name))) throw new SubdomainTaken(name);
    await this.#knex('tenants').where({ id: tenantId }).update({ subdomain: name });
    return name;
  }
}
