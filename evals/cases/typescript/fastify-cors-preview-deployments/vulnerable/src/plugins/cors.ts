import cors from '@fastify/cors';
import fp from 'fastify-plugin';

import { env } from '../env';

export default fp(async (app) => {
  await app.register(cors, {
    // previews get a new host name for every pull request
    origin: true,
    credentials: true,
    methods: ['GET', 'POST', 'PATCH', 'DELETE'],
    allowedHeaders: ['Content-Type', 'X-Request-Id'],
    maxAge: 600,
  });
});
