import type { FastifyInstance } from 'fastify';
import { Type, type Static } from '@sinclair/typebox';
import type { ClipStore } from './clip';
import type { StillService } from './still.service';

const Params = Type.Object({ clipId: Type.Integer({ minimum: 1 }) });

const StillBody = Type.Object({
  at: Type.String({ minLength: 1, maxLength: 64 }),
  width: Type.Optional(Type.Integer({ minimum: 80, maximum: 1920 })),
});

export function clipRoutes(app: FastifyInstance, clips: ClipStore, stills: StillService): void {
  app.addHook('preHandler', app.requireDiver);

  app.get<{ Params: Static<typeof Params> }>('/clips/:clipId', { schema: { params: Params } }, async (req, reply) => {
    const clip = await clips.ofDiver(req.diver.id, req.params.clipId);
    return clip ?? reply.code(404).send();
  });

  app.post<{ Params: Static<typeof Params>; Body: Static<typeof StillBody> }>(
    '/clips/:clipId/still',
    { schema: { params: Params, body: StillBody } },
    async (req, reply) => {
      const clip = await clips.ofDiver(req.diver.id, req.params.clipId);
      if (!clip) return reply.code(404).send();
      const still = await stills.create(clip, req.body);
      await clips.setStill(clip.id, still);
      return reply.code(201).send({ still });
    },
  );
}
