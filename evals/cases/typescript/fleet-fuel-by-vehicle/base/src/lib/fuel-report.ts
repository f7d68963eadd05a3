import { prisma } from '@/lib/prisma';

export interface MonthlyFuelRow {
  month: Date;
  litres: number;
}

/** Litres per calendar month of one year, for the chart on the fleet page. */
export async function monthlyFuel(fleetId: string, year: number): Promise<MonthlyFuelRow[]> {
  const start = new Date(Date.UTC(year, 0, 1));
  const end = new Date(Date.UTC(year + 1, 0, 1));
  return prisma.$queryRaw<MonthlyFuelRow[]>`
    SELECT date_trunc('month', f."filledAt") AS month, sum(f."litres")::float AS litres
    FROM "FuelFill" f
    JOIN "Vehicle" v ON v."id" = f."vehicleId"
    WHERE v."fleetId" = ${fleetId} AND f."filledAt" >= ${start} AND f."filledAt" < ${end}
    GROUP BY 1
    ORDER BY 1
  `;
}
