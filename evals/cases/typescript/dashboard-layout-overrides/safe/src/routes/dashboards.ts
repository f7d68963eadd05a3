import type { FastifyPluginAsync } from 'fastify';
import { DashboardStore } from '../stores/dashboard-store';
import { deepAssign, isPlainObject } from '../lib/deep-assign';

interface Options {
  store: DashboardStore;
}

export const dashboardRoutes: FastifyPluginAsync<Options> = async (app, { store }) => {
  app.addHook('onRequest', app.authenticate);

  // the mobile client sends overrides as text/plain
  app.addContentTypeParser('text/plain', { parseAs: 'string', bodyLimit: 32_768 }, (_req, body, done) => {
    try {
      done(null, JSON.parse(body as string));
    } catch (error) {
      done(error as Error);
    }
  });

  app.get<{ Params: { team: string } }>('/teams/:team/dashboard', async (req, reply) => {
    const layout = await store.layoutForMember(req.params.team, req.user.id);
    if (!layout) return reply.code(404).send();
    return layout;
  });

  app.post<{ Params: { team: string } }>('/teams/:team/dashboard/preview', async (req, reply) => {
    const layout = await store.layoutForMember(req.params.team, req.user.id);
    if (!layout) return reply.code(404).send();
    if (!isPlainObject(req.body)) return reply.code(400).send();
    return deepAssign(structuredClone(layout), req.body);
  });
};
