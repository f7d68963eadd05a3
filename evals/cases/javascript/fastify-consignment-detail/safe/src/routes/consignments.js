import { randomUUID } from 'node:crypto';

const idParams = {
  type: 'object',
  properties: { id: { type: 'string', format: 'uuid' } },
  required: ['id'],
};

const createBody = {
  type: 'object',
  additionalProperties: false,
  required: ['reference', 'destination'],
  properties: {
    reference: { type: 'string', maxLength: 40 },
    destination: { type: 'string', maxLength: 300 },
  },
};

/** @param {import('fastify').FastifyInstance} app */
export default async function consignments(app) {
  const { knex } = app;

  // verifies the token and fills request.user = { sub, tenantId }
  app.addHook('onRequest', app.authenticate);

  app.get('/consignments', async (request) => {
    return knex('consignments')
      .select('id', 'reference', 'state', 'created_at')
      .where({ tenant_id: request.user.tenantId })
      .orderBy('created_at', 'desc')
      .limit(100);
  });

  app.post('/consignments', { schema: { body: createBody } }, async (request, reply) => {
    const { reference, destination } = request.body;
    const id = randomUUID();
    await knex('consignments').insert({
      id, reference, destination, state: 'new', tenant_id: request.user.tenantId,
    });
    return reply.code(201).send({ id });
  });

  app.get('/consignments/:id', { schema: { params: idParams } }, async (request, reply) => {
    const consignment = await knex('consignments as c')
      .join('depots as d', 'd.id', 'c.depot_id')
      .select('c.id', 'c.reference', 'c.destination', 'c.state', 'd.name as depot')
      .where('c.id', request.params.id)
      .andWhere('c.tenant_id', request.user.tenantId)
      .first();
    if (!consignment) {
      return reply.code(404).send({ message: 'Unknown consignment' });
    }
    const events = await knex('consignment_events')
      .select('happened_at', 'kind', 'place')
      .where({ consignment_id: consignment.id })
      .orderBy('happened_at');
    return { ...consignment, events };
  });
}
