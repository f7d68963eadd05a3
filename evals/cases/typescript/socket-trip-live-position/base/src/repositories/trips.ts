import { pool } from '../db';

export interface Trip {
  id: string;
  carrierId: string;
  plate: string;
  startedAt: Date;
}

export const trips = {
  async listOpen(carrierId: string): Promise<Trip[]> {
    const { rows } = await pool.query<Trip>(
      `SELECT id, carrier_id AS "carrierId", plate, started_at AS "startedAt"
         FROM trips WHERE carrier_id = $1 AND ended_at IS NULL ORDER BY started_at`,
      [carrierId],
    );
    return rows;
  },
};
