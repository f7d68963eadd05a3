import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';
import { surveyorOf } from '../surveys/access';
import { ScanStore } from './scan-store';

export async function scanRoutes(app: FastifyInstance, opts: { scanDir: string }): Promise<void> {
  const store = new ScanStore(opts.scanDir);

  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));

  // 404 unless the survey exists and the caller works on it
  app.addHook('preHandler', surveyorOf('surveyId'));

  app.get<{ Params: { surveyId: string } }>('/surveys/:surveyId/scans', (request) =>
    store.list(request.params.surveyId),
  );

  app.post<{ Params: { surveyId: string }; Body: Readable }>('/surveys/:surveyId/scans', async (request, reply) => {
    const saved = await store.save(request.params.surveyId, request.body);
    return reply.code(201).send({ name: saved });
  });
}
