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

  /** Parcels that have all of the tags. */
  async withTags(estateId: number, tags: string[]): Promise<ParcelRow[]> {
    const list = tags.map((tag) => tag.trim().toLowerCase());
    return prisma.$queryRawUnsafe<ParcelRow[]>(
      `SELECT p.id, p.name, p.hectares
         FROM parcels p
         JOIN parcel_tags t ON t.parcel_id = p.id
        WHERE p.estate_id = $1 AND t.tag = ANY($2::text[])
        GROUP BY p.id
       HAVING count(DISTINCT t.tag) = $3
        ORDER BY p.name`,
      estateId,
      list,
      tags.length,
    );
  },
};
