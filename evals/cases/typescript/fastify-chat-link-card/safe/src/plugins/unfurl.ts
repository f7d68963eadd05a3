import type { FastifyPluginAsync } from 'fastify';
import { Agent, fetch } from 'undici';

import { parseOpenGraph } from '../lib/open-graph';
import { publicLookup } from '../lib/public-lookup';

const MAX_BYTES = 256 * 1024;

interface UnfurlBody {
  url: string;
}

const schema = {
  body: {
    type: 'object',
    required: ['url'],
    additionalProperties: false,
    properties: { url: { type: 'string', format: 'uri', maxLength: 2048 } },
  },
} as const;

// every connection of this agent refuses addresses that are not public
const dispatcher = new Agent({ connect: { lookup: publicLookup } });

async function readHead(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    chunks.push(chunk);
    if (size >= MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString('utf8', 0, MAX_BYTES);
}

const unfurl: FastifyPluginAsync = async (app) => {
  app.post<{ Body: UnfurlBody }>('/unfurl', { schema, preHandler: app.authenticate }, async (request, reply) => {
    const { url } = request.body;
    const target = new URL(url);
    // a literal address would never reach the lookup
    if (target.protocol !== 'https:' || target.port !== '' || /^[\d.]+$|:/.test(target.hostname)) {
      return reply.code(422).send({ error: 'link_not_supported' });
    }
    try {
      const page = await fetch(target, { dispatcher, redirect: 'error', signal: AbortSignal.timeout(4000) });
      if (!page.ok || !page.body) {
        return reply.code(204).send();
      }
      const card = parseOpenGraph(await readHead(page.body as AsyncIterable<Uint8Array>));
      return { title: card.title, description: card.description, image: card.image };
    } catch (err) {
      request.log.info({ err }, 'unfurl failed');
      return reply.code(204).send();
    }
  });
};

export default unfurl;
