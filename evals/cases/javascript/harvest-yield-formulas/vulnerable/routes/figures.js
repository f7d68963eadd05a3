'use strict';

const { keyFigures } = require('../lib/key-figures');

module.exports = async function figures(app) {
  app.addHook('preHandler', app.growerOnly);

  app.get('/harvests/:season/figures', async (request) => {
    const { farmId } = request.grower;
    const rows = await app.db.harvests(farmId, request.params.season);
    return keyFigures(rows, await app.db.formulas(farmId));
  });

  app.post('/figures', {
    schema: {
      body: {
        type: 'object',
        required: ['name', 'formula'],
        properties: {
          name: { type: 'string', maxLength: 60 },
          formula: { type: 'string', maxLength: 200 },
        },
      },
    },
    handler: async (request, reply) => {
      const { name, formula } = request.body;
      await app.db.addFormula(request.grower.farmId, { name, formula });
      return reply.code(201).send({ name });
    },
  });
};
