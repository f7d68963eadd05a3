import { Subdomains } from '../tenants/subdomain.js';

export default async function signup(app) {
  const subdomains = new Subdomains(app.knex);

  app.post('/signup/subdomain', { preHandler: app.requireNewTenant }, async (request) => {
    const { tenant } = request;
    const wished = request.body?.subdomain;
    return { subdomain: await subdomains.claim(tenant.id, tenant.companyName, wished) };
  });
}
