import type { FastifyPluginAsync } from 'fastify';
import { practices } from '../store';

const wording = { type: 'string', maxLength: 400 } as const;

export const settingsRoutes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.practiceSession);

  app.get('/settings', (request) => practices.settings(request.practice.id));

  app.patch<{ Body: { replyTo?: string; reminderGreeting?: string } }>(
    '/settings',
    {
      schema: {
        body: {
          type: 'object',
          properties: { replyTo: { type: 'string', format: 'email' }, reminderGreeting: wording },
          additionalProperties: false,
        },
      },
    },
    async (request, reply) => {
      await practices.update(request.practice.id, request.body);
      return reply.code(204).send();
    },
  );
};
