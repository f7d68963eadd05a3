import rateLimit from '@fastify/rate-limit';
import { createInviteCode, isInviteCode, normalizeInviteCode } from './invite-code.js';

export default async function albumsPlugin(fastify) {
  await fastify.register(rateLimit, { max: 30, timeWindow: '1 minute' });

  fastify.post('/albums/:id/invites', { onRequest: [fastify.authenticate] }, async (request, reply) => {
    const album = await fastify.db.albums.findOne({ id: request.params.id, ownerId: request.user.id });
    if (!album) return reply.code(404).send({ error: 'No such album' });

    const code = createInviteCode();
    await fastify.db.invites.insert({
      code,
      albumId: album.id,
      expiresAt: Date.now() + 14 * 24 * 3600 * 1000,
    });
    return { code, url: `${fastify.config.origin}/join/${code}` };
  });

  // Guests have no account: whoever knows the code sees the photos.
  fastify.get('/join/:code', async (request, reply) => {
    const { code } = request.params;
    if (!isInviteCode(code)) return reply.code(404).send({ error: 'No such invite' });

    const invite = await fastify.db.invites.findOne({ code: normalizeInviteCode(code) });
    if (!invite || invite.expiresAt < Date.now()) {
      return reply.code(404).send({ error: 'No such invite' });
    }
    return fastify.db.albums.photosOf(invite.albumId);
  });
}
