import multipart from '@fastify/multipart';
import type { FastifyPluginAsync } from 'fastify';
import { Inbox } from './inbox';

export const scanRoutes: FastifyPluginAsync<{ inbox: Inbox }> = async (app, { inbox }) => {
  await app.register(multipart, {
    limits: { fileSize: 30 * 1024 * 1024, files: 40 },
  });

  app.post('/scans', { onRequest: app.requireClinic }, async (request, reply) => {
    const stored: string[] = [];
    for await (const part of request.files()) {
      if (part.mimetype !== 'application/pdf') {
        part.file.resume();
        continue;
      }
      stored.push(await inbox.put(request.clinic.id, part.file));
    }
    return reply.code(201).send({ stored });
  });
};
