import { type Static, Type } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';

import { sampleFeed } from '../lib/feed-client.js';

const PreviewBody = Type.Object({
  url: Type.String({ format: 'uri', maxLength: 500 }),
});

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

  app.post<{ Body: Static<typeof PreviewBody> }>(
    '/preview',
    {
      schema: { body: PreviewBody },
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      try {
        return await sampleFeed(request.body.url);
      } catch (error) {
        request.log.info({ error }, 'feed preview failed');
        return reply.code(422).send({ message: 'The feed could not be read' });
      }
    },
  );
}
