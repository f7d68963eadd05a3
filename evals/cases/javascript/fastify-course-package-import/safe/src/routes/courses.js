import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { unpackCourse } from '../packages/unpack.js';

export default async function courses(app, { incoming, published }) {
  app.addHook('preHandler', app.requireAuthor);

  // @fastify/multipart is registered with limits: { files: 1, fileSize: 200 MB }
  app.post('/courses', async (request, reply) => {
    const id = randomUUID();
    const upload = await request.file();
    const file = join(incoming, `${id}.zip`);
    await pipeline(upload.file, createWriteStream(file));
    if (upload.file.truncated) return reply.code(413).send({ message: 'file is too large' });
    const manifest = await unpackCourse(file, join(published, id));
    if (!manifest) return reply.code(422).send({ message: 'no manifest in the package' });
    await app.jobs.add('review-course', { id, manifest, authorId: request.author.id });
    return reply.code(202).send({ id });
  });
}
