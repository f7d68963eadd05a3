import { db } from './db.mjs';
import { requireCurator } from './auth.mjs';
import { whereFrom } from './filters.mjs';

const SELECT = 'SELECT id, accession_no, taxon, country, collected_on, germination FROM accession';

const querySchema = {
  type: 'object',
  properties: {
    taxon: { type: 'string', maxLength: 120 },
    country: { type: 'string', maxLength: 60 },
    viableOnly: { type: 'boolean' },
    page: { type: 'integer', minimum: 0, maximum: 500, default: 0 },
  },
};

export default async function accessionRoutes(app) {
  app.addHook('onRequest', requireCurator);

  app.get('/accessions', { schema: { querystring: querySchema } }, async (request) => {
    const offset = request.query.page * 100;
    const { where, params } = whereFrom(request.query);
    const rows = db.prepare(`${SELECT} ${where} ORDER BY accession_no LIMIT 100 OFFSET @offset`).all({ ...params, offset });
    return { page: request.query.page, rows };
  });

  app.get('/accessions/:id', async (request, reply) => {
    const row = db.prepare(`${SELECT} WHERE id = ?`).get(request.params.id);
    if (!row) return reply.code(404).send({ message: 'No such accession' });
    return row;
  });
}
