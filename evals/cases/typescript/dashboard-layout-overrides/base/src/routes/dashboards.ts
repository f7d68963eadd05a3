import type { FastifyPluginAsync } from 'fastify';
import { DashboardStore } from '../stores/dashboard-store';

interface Options {
  store: DashboardStore;
}

export const dashboardRoutes: FastifyPluginAsync<Options> = async (app, { store }) => {
  app.addHook('onRequest', app.authenticate);

  app.get<{ Params: { team: string } }>('/teams/:team/dashboard', async (req, reply) => {
    const layout = await store.layoutForMember(req.params.team, req.user.id);
    if (!layout) return reply.code(404).send();
    return layout;
  });
};
