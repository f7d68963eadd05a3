import { prisma } from '../prisma';

export interface UsagePoint {
  day: Date;
  kwh: number;
}

/** Daily sums for one meter, oldest first. */
export async function dailyUsage(meterId: string, window: string): Promise<UsagePoint[]> {
  return prisma.$queryRaw<UsagePoint[]>`
    SELECT date_trunc('day', read_at) AS day, sum(kwh)::float AS kwh
    FROM reading
    WHERE meter_id = ${meterId}::uuid AND read_at > now() - ${window}::interval
    GROUP BY 1 ORDER BY 1`;
}

export async function ownsMeter(userId: string, meterId: string): Promise<boolean> {
  const count = await prisma.meter.count({ where: { id: meterId, household: { members: { some: { userId } } } } });
  return count > 0;
}
