import { Readable } from 'node:stream';
import { drawWaveform } from '../media/waveform.js';
import { clipFile, waveformFile } from './files.js';

export default async function clipRoutes(fastify, { clips }) {
  fastify.addHook('onRequest', fastify.authenticate);

  fastify.get('/clips/:id(^\\d+$)', async (request, reply) => {
    const clip = await clips.ownedBy(request.user.id, request.params.id);
    if (!clip) return reply.code(404).send();
    return clip;
  });

  fastify.post('/clips/:id(^\\d+$)/waveform', async (request, reply) => {
    const clip = await clips.ownedBy(request.user.id, request.params.id);
    if (!clip) return reply.code(404).send();

    const colour = /^[a-z]{3,20}$/i.test(request.body?.colour) ? request.body.colour : undefined;
    const start = Number.isFinite(request.body?.start) ? String(request.body.start) : undefined;
    await drawWaveform(clipFile(clip.id), waveformFile(clip.id), { start, colour });
    return reply.code(204).send();
  });

  fastify.get('/clips.csv', async (request, reply) => {
    const rows = await clips.listFor(request.user.id);
    reply.type('text/csv');
    return Readable.from(rows.map((r) => `${r.id},${r.recordedAt.toISOString()}\n`));
  });
}
