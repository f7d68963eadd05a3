import { prisma } from '../prisma';

export type RollupFilter = {
  since: Date;
};

export type RollupRow = {
  stationId: string;
  name: string;
  readings: bigint;
  highest: number;
};

export async function stationRollup(filter: RollupFilter) {
  const rows = await prisma.$queryRaw<RollupRow[]>`
    SELECT s.id AS "stationId", s.name, count(*) AS readings, max(r.level) AS highest
    FROM reading r JOIN station s ON s.id = r.station_id
    WHERE r.taken_at >= ${filter.since}
    GROUP BY s.id, s.name
    ORDER BY highest DESC`;

  return rows.map((row) => ({ ...row, readings: Number(row.readings) }));
}
