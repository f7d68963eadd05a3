import cors from '@fastify/cors';
import fp from 'fastify-plugin';

import { env } from '../env';

const allowed = new Set(env.WEB_ORIGINS.split(',').map((origin) => origin.trim()));

export default fp(async (app) => {
  await app.register(cors, {
    origin: (origin, callback) => {
      if (!origin) {
        // same-origin and server-to-server calls carry no Origin header
        callback(null, false);
        return;
      }
      callback(null, allowed.has(origin));
    },
    credentials: true,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: ['Content-Type', 'X-Request-Id'],
    maxAge: 600,
  });
});
