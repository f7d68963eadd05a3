import { prisma } from '../db/prisma';

export interface ParcelRow {
  id: number;
  name: string;
  hectares: number;
}

export const parcelRepository = {
  async all(estateId: number): Promise<ParcelRow[]> {
    return prisma.$queryRaw<ParcelRow[]>`
      SELECT id, name, hectares FROM parcels WHERE estate_id = ${estateId} ORDER BY name
    `;
  },
};
