import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';

import { prisma } from '../prisma';

const StallUpdate = Type.Object(
  {
    displayName: Type.String({ minLength: 2, maxLength: 60 }),
    phone: Type.Optional(Type.String({ maxLength: 30 })),
    description: Type.Optional(Type.String({ maxLength: 2000 })),
  },
  { additionalProperties: false },
);

const PUBLIC = {
  id: true,
  displayName: true,
  phone: true,
  description: true,
} as const;

export const stallRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.addHook('onRequest', app.authenticate);

  app.get('/stall', async (request, reply) => {
    const stall = await prisma.stall.findUnique({ where: { holderId: request.user.id }, select: PUBLIC });
    return stall ?? reply.code(404).send({ error: 'No stall yet' });
  });

  app.patch('/stall', { schema: { body: StallUpdate } }, async (request) => {
    return prisma.stall.update({
      where: { holderId: request.user.id },
      data: request.body,
      select: PUBLIC,
    });
  });

  app.get('/stall/days', async (request) => {
    return prisma.marketDay.findMany({
      where: { stalls: { some: { holderId: request.user.id } } },
      orderBy: { date: 'asc' },
    });
  });
};
