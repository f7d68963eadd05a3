import { harvestTable } from './harvest-table.js';

export async function tableRoutes(app, { harvest }) {
  app.addHook('onRequest', app.growerOnly);

  const computed = {
    type: 'array',
    maxItems: 5,
    items: {
      type: 'object',
      required: ['title', 'formula'],
      properties: {
        title: { type: 'string', maxLength: 40 },
        formula: { type: 'string', maxLength: 120 },
      },
    },
  };

  app.post(
    '/harvest/:year/table',
    { schema: { body: { type: 'object', properties: { computed } } } },
    async (request) => {
      const records = await harvest.ofYear(request.grower.id, Number(request.params.year));
      return harvestTable(records, request.body.computed);
    },
  );
}
