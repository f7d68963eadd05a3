import type { FastifyInstance } from 'fastify';
import multipart from '@fastify/multipart';
import { RecordingStorage } from './storage';
import { findInterview, addRecording } from './repository';

export async function recordingRoutes(app: FastifyInstance): Promise<void> {
  const storage = new RecordingStorage(app.config.RECORDING_DIR);
  // some archives send the folder of the recorder along with the name
  await app.register(multipart, { limits: { fileSize: 200_000_000, files: 1 }, preservePath: true });
  app.addHook('onRequest', app.authenticate);

  app.post<{ Params: { id: string } }>('/interviews/:id/recordings', async (req, reply) => {
    const interview = await findInterview(app.db, req.params.id, req.user.archiveId);
    if (!interview) return reply.code(404).send();

    const part = await req.file();
    if (!part || !storage.accepts(part.filename)) {
      return reply.code(415).send({ error: 'audio file expected' });
    }
    const key = await storage.store(interview.id, part.filename, part.file);
    await addRecording(app.db, { interviewId: interview.id, key, title: part.filename });
    return reply.code(201).send({ key });
  });
}
