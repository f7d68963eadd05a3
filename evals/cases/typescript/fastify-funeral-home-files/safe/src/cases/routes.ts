import type { FastifyInstance } from 'fastify';
import { CaseRepository } from './case-repository';
import { requireDirector } from '../auth/require-director';

const idParams = {
  type: 'object',
  required: ['id'],
  properties: { id: { type: 'string', format: 'uuid' } },
} as const;

export async function caseRoutes(app: FastifyInstance): Promise<void> {
  const cases = new CaseRepository(app.prisma);

  // sets req.director, with the branch of the session
  app.addHook('preHandler', requireDirector);

  app.get('/cases', (req) => cases.open(req.director.branchId));

  app.get<{ Params: { id: string } }>('/cases/:id', { schema: { params: idParams } }, async (req, reply) => {
    const file = await cases.get(req.director.branchId, req.params.id);
    if (!file) return reply.code(404).send({ error: 'not found' });
    return file;
  });
}
