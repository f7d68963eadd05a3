import Fastify from 'fastify';

import auth from './plugins/auth';
import messages from './plugins/messages';

export async function buildApp() {
  const app = Fastify({ logger: true, bodyLimit: 512 * 1024 });
  await app.register(auth);
  await app.register(messages, { prefix: '/api' });
  return app;
}
