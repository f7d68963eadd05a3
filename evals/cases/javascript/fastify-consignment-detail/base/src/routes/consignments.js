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
}
