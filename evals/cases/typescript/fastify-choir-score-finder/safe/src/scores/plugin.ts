import type { FastifyPluginAsync } from 'fastify';
import { findScores } from './queries';

interface Querystring {
  voicing?: string;
  q?: string;
}

const plugin: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.requireMember);

  app.get<{ Querystring: Querystring }>(
    '/scores',
    {
      schema: {
        querystring: {
          type: 'object',
          additionalProperties: false,
          properties: {
            voicing: { type: 'string', maxLength: 12 },
            q: { type: 'string', maxLength: 80 },
          },
        },
      },
    },
    async (request) => {
      const { voicing, q: term } = request.query;
      return findScores(app.db, { choirId: request.member.choirId, voicing, term });
    },
  );
};

export default plugin;
