import type { FastifyInstance } from 'fastify';
import { Type, type Static } from '@sinclair/typebox';
import type { ClipStore } from './clip';

const Params = Type.Object({ clipId: Type.Integer({ minimum: 1 }) });

export function clipRoutes(app: FastifyInstance, clips: ClipStore): void {
  app.addHook('preHandler', app.requireDiver);

  app.get<{ Params: Static<typeof Params> }>('/clips/:clipId', { schema: { params: Params } }, async (req, reply) => {
    const clip = await clips.ofDiver(req.diver.id, req.params.clipId);
    return clip ?? reply.code(404).send();
  });
}
