import type { FastifyPluginAsync } from 'fastify';
import { randomBytes } from 'node:crypto';
import { readPanels } from '../panels/read-panels.js';

interface KeyParams {
  key: string;
}

const keySchema = {
  params: {
    type: 'object',
    required: ['key'],
    properties: { key: { type: 'string', pattern: '^[A-Za-z0-9_-]{32}$' } },
  },
} as const;

const snapshots: FastifyPluginAsync = async (app) => {
  // Published boards are read by growers who have no account.
  app.get<{ Params: KeyParams }>('/snapshots/:key', { schema: keySchema }, async (req, reply) => {
    const snapshot = await app.snapshots.byKey(req.params.key);
    if (!snapshot || snapshot.expiresAt < new Date()) {
      return reply.code(404).send({ message: 'Snapshot not found' });
    }
    return { name: snapshot.name, takenAt: snapshot.takenAt, panels: snapshot.panels };
  });

  app.post<{ Body: { boardId: number; name: string } }>(
    '/snapshots',
    { preHandler: [app.requireSession] },
    async (req, reply) => {
      const panels = await readPanels(app.db, req.body.boardId, req.session.user.orgId);
      const key = randomBytes(24).toString('base64url');
      await app.snapshots.insert({ key, name: req.body.name, panels, createdBy: req.session.user.id });
      return reply.code(201).send({ key });
    },
  );

  app.delete<{ Params: KeyParams }>('/snapshots/:key', { preHandler: [app.requireSession] }, async (req, reply) => {
    const snapshot = await app.snapshots.byKey(req.params.key);
    if (!snapshot || snapshot.createdBy !== req.session.user.id) {
      return reply.code(404).send({ message: 'Snapshot not found' });
    }
    await app.snapshots.remove(snapshot.id);
    req.log.info({ snapshot: snapshot.id }, 'snapshot deleted');
    return reply.code(204).send();
  });
};

export default snapshots;
