import type { FastifyPluginAsync } from 'fastify';
import { subjects, tags } from './git';

interface MirrorOptions {
  checkout: string;
}

interface ChangelogQuery {
  from: string;
  to?: string;
}

const changelogSchema = {
  querystring: {
    type: 'object',
    required: ['from'],
    properties: {
      from: { type: 'string', minLength: 1, maxLength: 100 },
      to: { type: 'string', minLength: 1, maxLength: 100 },
    },
  },
};

export const mirrorRoutes: FastifyPluginAsync<MirrorOptions> = async (app, { checkout }) => {
  app.addHook('preHandler', app.requireMember);

  app.get('/releases', async () => ({ releases: await tags(checkout) }));

  app.get<{ Querystring: ChangelogQuery }>('/changelog', { schema: changelogSchema }, async (request) => {
    const { from, to } = request.query;
    return { changes: await subjects(checkout, from, to) };
  });
};
