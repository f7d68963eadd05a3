import Fastify from 'fastify';
import { invoiceRoutes } from './routes/invoices';
import { paymentWebhooks } from './webhooks/payments';

export function build() {
  const app = Fastify({ logger: true, bodyLimit: 256 * 1024 });
  app.register(invoiceRoutes, { prefix: '/api' });
  app.register(paymentWebhooks);
  return app;
}
