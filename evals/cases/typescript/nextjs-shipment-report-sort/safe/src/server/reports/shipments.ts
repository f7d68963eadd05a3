import { Prisma } from '@prisma/client';

import { prisma } from '../db';

export interface ShipmentRow {
  id: string;
  carrier: string;
  parcels: number;
  weight_kg: number;
  shipped_at: Date;
}

export interface Sort {
  column: string;
  direction: string;
}

const COLUMNS: Record<string, Prisma.Sql> = {
  carrier: Prisma.sql`s.carrier`,
  parcels: Prisma.sql`parcels`,
  weight_kg: Prisma.sql`weight_kg`,
  shipped_at: Prisma.sql`s.shipped_at`,
};

export function shipmentReport(warehouseId: string, from: Date, to: Date, sort: Sort): Promise<ShipmentRow[]> {
  const column = Object.hasOwn(COLUMNS, sort.column) ? COLUMNS[sort.column] : COLUMNS.shipped_at;
  const direction = sort.direction === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return prisma.$queryRaw<ShipmentRow[]>`
    SELECT s.id, s.carrier, count(p.id)::int AS parcels, sum(p.weight_kg) AS weight_kg, s.shipped_at
    FROM shipments s JOIN parcels p ON p.shipment_id = s.id
    WHERE s.warehouse_id = ${warehouseId} AND s.shipped_at >= ${from} AND s.shipped_at < ${to}
    GROUP BY s.id
    ORDER BY ${column} ${direction}
    LIMIT 5000`;
}
