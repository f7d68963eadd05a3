import { prisma } from '../db';

export interface ShipmentRow {
  id: string;
  carrier: string;
  parcels: number;
  weight_kg: number;
  shipped_at: Date;
}

export function shipmentReport(warehouseId: string, from: Date, to: Date): Promise<ShipmentRow[]> {
  return prisma.$queryRaw<ShipmentRow[]>`
    SELECT s.id, s.carrier, count(p.id)::int AS parcels, sum(p.weight_kg) AS weight_kg, s.shipped_at
    FROM shipments s JOIN parcels p ON p.shipment_id = s.id
    WHERE s.warehouse_id = ${warehouseId} AND s.shipped_at >= ${from} AND s.shipped_at < ${to}
    GROUP BY s.id
    ORDER BY s.shipped_at DESC
    LIMIT 5000`;
}
