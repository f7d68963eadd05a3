import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export default async function courses(app, { incoming, published }) {
  app.addHook('preHandler', app.requireAuthor);

  // @fastify/multipart is registered with limits: { files: 1, fileSize: 200 MB }
  app.post('/courses', async (request, reply) => {
    const id = randomUUID();
    const upload = await request.file();
    const file = join(incoming, `${id}.zip`);
    await pipeline(upload.file, createWriteStream(file));
    if (upload.file.truncated) return reply.code(413).send({ message: 'file is too large' });
    await app.jobs.add('review-course', { id, authorId: request.author.id });
    return reply.code(202).send({ id });
  });
}
