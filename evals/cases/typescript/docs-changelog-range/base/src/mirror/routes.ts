import type { FastifyPluginAsync } from 'fastify';
import { tags } from './git';

interface MirrorOptions {
  checkout: string;
}

export const mirrorRoutes: FastifyPluginAsync<MirrorOptions> = async (app, { checkout }) => {
  app.addHook('preHandler', app.requireMember);

  app.get('/releases', async () => ({ releases: await tags(checkout) }));
};
