import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { invoices } from '../stores/invoices';

const SECRET = process.env.PAYWELL_WEBHOOK_SECRET;

const eventSchema = z.object({
  id: z.string().max(64),
  type: z.enum(['payment.succeeded', 'payment.failed', 'payment.refunded']),
  data: z.object({
    invoiceNumber: z.string().max(32),
    amount: z.number().int().positive(),
    currency: z.string().length(3),
  }),
});

type PaymentEvent = z.infer<typeof eventSchema>;

async function apply({ id, type, data }: PaymentEvent): Promise<void> {
  switch (type) {
    case 'payment.succeeded':
      await invoices.markPaid(data.invoiceNumber, { paymentId: id, amount: data.amount, currency: data.currency });
      break;
    case 'payment.failed':
      await invoices.markOverdue(data.invoiceNumber, { paymentId: id });
      break;
    case 'payment.refunded':
      await invoices.markRefunded(data.invoiceNumber, { paymentId: id, amount: data.amount });
      break;
  }
}

function isAuthentic(body: Buffer, signature: unknown): boolean {
  if (!SECRET || typeof signature !== 'string') return false;
  const expected = createHmac('sha256', SECRET).update(body).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

export async function paymentWebhooks(app: FastifyInstance): Promise<void> {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post<{ Body: Buffer }>('/webhooks/payments', async (request, reply) => {
    if (!isAuthentic(request.body, request.headers['x-paywell-signature'])) {
      return reply.code(401).send({ error: 'signature does not match' });
    }

    const parsed = eventSchema.safeParse(JSON.parse(request.body.toString('utf8')));
    if (!parsed.success) {
      request.log.info('payment event of an unknown shape');
      return reply.code(422).send({ error: 'unknown event' });
    }
    await apply(parsed.data);
    return reply.code(204).send();
  });
}
