import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync } from 'fastify';
import type { Queue } from 'bullmq';

interface ClickQuery {
  c: string;
  u: string;
  s: string;
}

export interface ClickOptions {
  key: Buffer;
  queue: Queue;
}

export function sign(key: Buffer, campaign: string, url: string): Buffer {
  return createHmac('sha256', key).update(`${campaign}\n${url}`).digest();
}

function valid(key: Buffer, { c, u, s }: ClickQuery): boolean {
  const given = Buffer.from(s, 'base64url');
  const wanted = sign(key, c, u);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

const schema = {
  querystring: {
    type: 'object',
    required: ['c', 'u', 's'],
    properties: {
      c: { type: 'string', maxLength: 40 },
      u: { type: 'string', maxLength: 1500 },
      s: { type: 'string', maxLength: 64 },
    },
  },
} as const;

const clicks: FastifyPluginAsync<ClickOptions> = async (app, { key, queue }) => {
  app.get<{ Querystring: ClickQuery }>('/c', { schema }, async (req, reply) => {
    if (!valid(key, req.query)) {
      return reply.code(400).send({ error: 'bad link' });
    }
    const { c, u } = req.query;
    await app.clickRepository.increment(c, u);
    return reply.redirect(u, 302);
  });

  app.get<{ Querystring: ClickQuery }>('/o.gif', { schema }, async (req, reply) => {
    if (valid(key, req.query)) {
      await queue.add('open', { campaign: req.query.c, at: Date.now() });
    }
    return reply.code(204).send();
  });
};

export default clicks;
