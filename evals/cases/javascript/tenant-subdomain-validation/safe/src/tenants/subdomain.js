const RESERVED = new Set(['www', 'api', 'admin', 'mail', 'status', 'help']);
const SUBDOMAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export class SubdomainTaken extends Error {}

export class SubdomainInvalid extends Error {}

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

  async claim(tenantId, companyName, wished) {
    const wish = wished ? String(wished).trim().toLowerCase() : suggestion(companyName);
    if (wish.length > 63 || !SUBDOMAIN.test(wish)) {
      throw new SubdomainInvalid('letters, digits and single hyphens please');
    }
    if (!(await this.isFree(wish))) throw new SubdomainTaken(wish);
    await this.#knex('tenants').where({ id: tenantId }).update({ subdomain: wish });
    return wish;
  }
}
