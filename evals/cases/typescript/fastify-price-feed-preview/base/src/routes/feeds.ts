import type { FastifyInstance } from 'fastify';

export default async function feeds(app: FastifyInstance): Promise<void> {
  app.addHook('onRequest', app.authenticate);

  app.get('/', async (request) => {
    return app.repositories.feeds.listForDesk(request.user.deskId);
  });

  app.get<{ Params: { id: string } }>('/:id', async (request, reply) => {
    const feed = await app.repositories.feeds.findForDesk(request.params.id, request.user.deskId);
    if (!feed) {
      return reply.code(404).send({ message: 'No such feed' });
    }
    return feed;
  });
}
