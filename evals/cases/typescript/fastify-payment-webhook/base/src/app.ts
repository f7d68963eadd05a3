import Fastify from 'fastify';
import { invoiceRoutes } from './routes/invoices';

export function build() {
  const app = Fastify({ logger: true, bodyLimit: 256 * 1024 });
  app.register(invoiceRoutes, { prefix: '/api' });
  return app;
}
