import Fastify from 'fastify';

import auth from './plugins/auth';
import messages from './plugins/messages';
import unfurl from './plugins/unfurl';

export async function buildApp() {
  const app = Fastify({ logger: true, bodyLimit: 512 * 1024 });
  await app.register(auth);
  await app.register(messages, { prefix: '/api' });
  await app.register(unfurl, { prefix: '/api' });
  return app;
}
