import { z } from 'zod';

const Message = z.object({ text: z.string().min(1).max(4000) });

/** @param {import('fastify').FastifyInstance} app */
export default async function messages(app) {
  app.addHook('onRequest', app.authenticate);

  app.post('/channels/:channel/messages', async (request, reply) => {
    const { text } = Message.parse(request.body);
    const channel = await app.channels.findForMember(request.params.channel, request.user.id);
    if (!channel) return reply.code(404).send();

    const saved = await app.store.addMessage({ channelId: channel.id, author: request.user.id, text });
    app.broadcast(channel.id, { type: 'message', message: saved });
    return reply.code(201).send(saved);
  });
}
