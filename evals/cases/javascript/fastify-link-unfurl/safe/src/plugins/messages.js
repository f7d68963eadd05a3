import { request as httpRequest } from 'undici';
import { z } from 'zod';

const Message = z.object({ text: z.string().min(1).max(4000) });
const Unfurl = z.object({ url: z.string().url().max(2048) });
const EMBED_HOSTS = new Set(['www.youtube.com', 'vimeo.com', 'github.com', 'www.figma.com']);
const MAX_PREVIEW = 64 * 1024;

async function readHead(stream) {
  let html = '';
  for await (const chunk of stream) {
    html += chunk.toString('utf8');
    if (html.length > MAX_PREVIEW) break;
  }
  return html;
}

function metaTags(html) {
  const tag = (name) => {
    const at = html.indexOf(`property="og:${name}"`);
    const open = at < 0 ? -1 : html.indexOf('content="', at);
    return open < 0 ? null : html.slice(open + 9, html.indexOf('"', open + 9));
  };
  return { title: tag('title'), description: tag('description'), image: tag('image') };
}

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

  app.get('/unfurl', async (request, reply) => {
    const { url } = Unfurl.parse(request.query);
    const target = new URL(url);
    if (target.protocol !== 'https:' || target.port || !EMBED_HOSTS.has(target.hostname)) {
      return reply.code(204).send();
    }

    const { statusCode, body } = await httpRequest(target, {
      headersTimeout: 3000,
      bodyTimeout: 3000,
      headers: { 'user-agent': 'chat-unfurl/1.0' },
    });
    if (statusCode !== 200) return reply.code(204).send();
    return metaTags(await readHead(body));
  });
}
