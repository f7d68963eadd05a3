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

export function shipmentReport(warehouseId: string, from: Date, to: Date, sort: Sort): Promise<ShipmentRow[]> {
  return prisma.$queryRawUnsafe<ShipmentRow[]>(
    `SELECT s.id, s.carrier, count(p.id)::int AS parcels, sum(p.weight_kg) AS weight_kg, s.shipped_at
     FROM shipments s JOIN parcels p ON p.shipment_id = s.id
     WHERE s.warehouse_id = $1 AND s.shipped_at >= $2 AND s.shipped_at < $3
     GROUP BY s.id
     ORDER BY ${sort.column} ${sort.direction}
     LIMIT 5000`,
    warehouseId,
    from,
    to,
  );
}
