import Fastify, { FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { sessions } from './plugins/sessions';
import { accountRoutes } from './routes/account';

const PORTALS = (process.env.PORTAL_ORIGINS ?? 'https://portal.example.com').split(',');

export async function buildServer(): Promise<FastifyInstance> {
  const app = Fastify({ logger: true, bodyLimit: 512 * 1024 });

  await app.register(helmet);
  await app.register(cookie);
  await app.register(cors, {
    credentials: true,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    origin: (origin, allow) => {
      // no Origin header: server to server calls
      if (!origin) return allow(null, false);
      const known = PORTALS.includes(origin);
      allow(null, known);
    },
  });
  await app.register(sessions);
  await app.register(accountRoutes, { prefix: '/account' });

  app.get('/health', async () => ({ ok: true }));
  return app;
}
