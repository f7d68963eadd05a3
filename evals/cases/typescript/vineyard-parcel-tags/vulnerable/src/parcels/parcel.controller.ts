import type { FastifyInstance } from 'fastify';
import { parcelRepository } from './parcel.repository';

interface ListQuery {
  tag?: string | string[];
}

export async function parcelController(app: FastifyInstance): Promise<void> {
  app.addHook('preHandler', app.requireGrower);

  app.get<{ Querystring: ListQuery }>('/parcels', async (request) => {
    const { tag } = request.query;
    const { estateId } = request.grower;
    if (!tag || tag.length === 0) {
      return parcelRepository.all(estateId);
    }
    return parcelRepository.withTags(estateId, ([] as string[]).concat(tag));
  });

  app.get('/parcels/tags', async (request) => {
    return app.prisma.parcelTag.findMany({
      where: { parcel: { estateId: request.grower.estateId } },
      distinct: ['tag'],
      select: { tag: true },
    });
  });
}
