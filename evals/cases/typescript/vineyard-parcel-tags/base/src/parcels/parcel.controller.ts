import type { FastifyInstance } from 'fastify';
import { parcelRepository } from './parcel.repository';

export async function parcelController(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', app.requireGrower);

  app.get('/parcels', async (request) => parcelRepository.all(request.grower.estateId));

  app.get('/parcels/tags', async (request) => {
    return app.prisma.parcelTag.findMany({
      where: { parcel: { estateId: request.grower.estateId } },
      distinct: ['tag'],
      select: { tag: true },
    });
  });
}
