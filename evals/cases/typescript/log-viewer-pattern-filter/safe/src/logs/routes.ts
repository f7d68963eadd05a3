import type { FastifyInstance } from 'fastify';
import { Type, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { queryLogs, SERVICES } from './logStream';

const Query = Type.Object({
  service: Type.Union(SERVICES.map((s) => Type.Literal(s))),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 200 }),
  pattern: Type.Optional(Type.String({ maxLength: 200 })),
});

export async function logRoutes(instance: FastifyInstance) {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  app.addHook('preHandler', app.requireRole('support'));

  app.get('/logs', { schema: { querystring: Query } }, async (request) => {
    return { lines: await queryLogs(request.query) };
  });
}
