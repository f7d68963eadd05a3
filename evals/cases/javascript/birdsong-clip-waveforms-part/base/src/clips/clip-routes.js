import path from 'node:path';
import { Readable } from 'node:stream';
import { clipFile, waveformFile } from './files.js';

export default async function clipRoutes(fastify, { clips }) {
  fastify.addHook('onRequest', fastify.authenticate);

  fastify.get('/clips/:id(^\\d+$)', async (request, reply) => {
    const clip = await clips.ownedBy(request.user.id, request.params.id);
    if (!clip) return reply.code(404).send();
    return { ...clip, file: path.basename(clipFile(clip.id)) };
  });

  fastify.get('/clips.csv', async (request, reply) => {
    const rows = await clips.listFor(request.user.id);
    reply.type('text/csv');
    return Readable.from(rows.map((r) => `${r.id},${r.recordedAt.toISOString()}\n`));
  });
}
