import { Prisma, type PrismaClient } from '@prisma/client';

export interface AttendanceRow {
  singerId: string;
  fullName: string;
  present: number;
  missed: number;
}

interface OverviewOptions {
  choirId: string;
  season: string;
  voice?: string;
}

export async function attendanceOverview(prisma: PrismaClient, options: OverviewOptions): Promise<AttendanceRow[]> {
  const conditions = [Prisma.sql`s.choir_id = ${options.choirId}`, Prisma.sql`a.season = ${options.season}`];
  if (options.voice) {
    conditions.push(Prisma.sql`s.voice = ${options.voice}`);
  }
  return prisma.$queryRaw<AttendanceRow[]>`
    SELECT s.id AS "singerId", s.full_name AS "fullName",
           COUNT(*) FILTER (WHERE a.present)::int AS present,
           COUNT(*) FILTER (WHERE NOT a.present)::int AS missed
    FROM singer s
    JOIN attendance a ON a.singer_id = s.id
    WHERE ${Prisma.join(conditions, ' AND ')}
    GROUP BY s.id, s.full_name
    ORDER BY s.full_name`;
}

export function rate(row: AttendanceRow): number {
  const total = row.present + row.missed;
  return total === 0 ? 0 : Math.round((row.present / total) * 100);
}
