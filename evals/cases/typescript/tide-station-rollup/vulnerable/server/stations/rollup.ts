import { prisma } from '../prisma';

export type RollupFilter = {
  since: Date;
  basin?: string;
  operator?: string;
};

export type RollupRow = {
  stationId: string;
  name: string;
  readings: bigint;
  highest: number;
};

export async function stationRollup(filter: RollupFilter) {
  const clauses = [`r.taken_at >= '${filter.since.toISOString()}'`];
  if (filter.basin) clauses.push(`s.basin = '${filter.basin}'`);
  if (filter.operator) clauses.push(`s.operator = '${filter.operator}'`);

  const rows = await prisma.$queryRawUnsafe<RollupRow[]>(`
    SELECT s.id AS "stationId", s.name, count(*) AS readings, max(r.level) AS highest
    FROM reading r JOIN station s ON s.id = r.station_id
    WHERE ${clauses.join(' AND ')}
    GROUP BY s.id, s.name
    ORDER BY highest DESC`);

  return rows.map((row) => ({ ...row, readings: Number(row.readings) }));
}
