import { saveTile } from './store.js';

const tileBody = {
  type: 'object',
  additionalProperties: false,
  required: ['title', 'metric'],
  properties: {
    title: { type: 'string', maxLength: 60 },
    metric: { type: 'string', enum: ['revenue', 'orders', 'returns', 'visitors', 'adspend'] },
  },
};

export default async function kpiRoutes(app) {
  app.addHook('onRequest', app.authenticate);

  app.post('/boards/:boardId/tiles', { schema: { body: tileBody } }, async (request, reply) => {
    const tile = await saveTile(request.user.tenantId, request.params.boardId, request.body);
    return tile ? reply.code(201).send(tile) : reply.code(404).send();
  });
}
