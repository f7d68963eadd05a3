import { prisma } from '@/lib/prisma';

export interface MonthlyFuelRow {
  month: Date;
  litres: number;
}

export interface VehicleFuelRow {
  vehicleId: string;
  plate: string;
  litres: number;
  fills: number;
}

export interface VehicleFuelFilter {
  from: Date;
  to: Date;
  plate?: string;
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

/** Litres and number of fills per vehicle, thirstiest first. */
export async function fuelByVehicle(fleetId: string, filter: VehicleFuelFilter): Promise<VehicleFuelRow[]> {
  const params: unknown[] = [fleetId, filter.from, filter.to];
  const conditions = ['v."fleetId" = $1', 'f."filledAt" >= $2', 'f."filledAt" < $3'];
  if (filter.plate) {
    conditions.push(`v."plate" ILIKE '%${filter.plate}%'`);
  }

  const statement = `
    SELECT v."id" AS "vehicleId", v."plate", sum(f."litres")::float AS litres, count(*)::int AS fills
    FROM "FuelFill" f
    JOIN "Vehicle" v ON v."id" = f."vehicleId"
    WHERE ${conditions.join(' AND ')}
    GROUP BY v."id", v."plate"
    ORDER BY litres DESC
    LIMIT 500
  `;
  return prisma.$queryRawUnsafe<VehicleFuelRow[]>(statement, ...params);
}
