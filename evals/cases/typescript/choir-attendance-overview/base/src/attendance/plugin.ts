import type { FastifyInstance } from 'fastify';
import { attendanceOverview, rate } from './overview';

interface Query {
  season?: string;
  voice?: string;
}

export default async function attendancePlugin(app: FastifyInstance) {
  app.addHook('preHandler', app.requireConductor);

  app.get<{ Querystring: Query }>('/attendance', async (request) => {
    const { season = String(new Date().getFullYear()) } = request.query;
    const rows = await attendanceOverview(app.prisma, { choirId: request.conductor.choirId, season });
    return rows.map((row) => ({ ...row, rate: rate(row) }));
  });
}
