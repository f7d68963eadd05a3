import type { Pool } from 'pg';

export interface ShipmentRow {
  id: string;
  customer_id: string;
  status: string;
  street: string;
  city: string;
}

export class ShipmentSource {
  constructor(private readonly pool: Pool) {}

  async forCustomer(customerId: string, limit: number): Promise<ShipmentRow[]> {
    const { rows } = await this.pool.query<ShipmentRow>(
      'SELECT * FROM shipments WHERE customer_id = $1 ORDER BY created_at DESC LIMIT $2',
      [customerId, Math.min(limit, 100)],
    );
    return rows;
  }

  async byId(id: string, customerId: string): Promise<ShipmentRow | null> {
    const { rows } = await this.pool.query<ShipmentRow>(
      'SELECT * FROM shipments WHERE id = $1 AND customer_id = $2',
      [id, customerId],
    );
    return rows[0] ?? null;
  }

  async parcels(shipmentId: string) {
    const { rows } = await this.pool.query(
      'SELECT id, carrier, tracking_code AS "trackingCode" FROM parcels WHERE shipment_id = $1',
      [shipmentId],
    );
    return rows;
  }
}
