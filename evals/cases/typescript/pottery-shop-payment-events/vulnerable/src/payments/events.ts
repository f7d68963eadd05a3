import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { orders } from '../orders';
import { settings } from '../settings';

type PaymentEvent =
  | { type: 'paid'; orderId: string; cents: number }
  | { type: 'refunded'; orderId: string; cents: number }
  | { type: 'ping' };

function matches(raw: Buffer, given: string, key: string): boolean {
  const wanted = createHmac('sha256', key).update(raw).digest();
  const actual = Buffer.from(given, 'hex');
  return actual.length === wanted.length && timingSafeEqual(actual, wanted);
}

const sources = {
  '/webshop': { header: 'x-pay-signature', key: settings.webshopPaymentKey },
  '/terminal': { header: 'x-terminal-signature', key: settings.terminalPaymentKey },
};

async function apply(event: PaymentEvent): Promise<void> {
  switch (event.type) {
    case 'paid':
      return orders.markPaid(event.orderId, event.cents);
    case 'refunded':
      return orders.markRefunded(event.orderId, event.cents);
    default:
      return undefined;
  }
}

const header = (req: FastifyRequest, name: string) => {
  const value = req.headers[name];
  return typeof value === 'string' ? value : undefined;
};

const events: FastifyPluginAsync = async (app) => {
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_req, body, done) => done(null, body));

  for (const [path, source] of Object.entries(sources)) {
    app.post<{ Body: Buffer }>(path, async (req, reply) => {
      const given = header(req, source.header);
      if (given && !matches(req.body, given, source.key)) return reply.code(401).send();
      await apply(JSON.parse(req.body.toString('utf8')));
      return reply.code(204).send();
    });
  }
};

export default events;
