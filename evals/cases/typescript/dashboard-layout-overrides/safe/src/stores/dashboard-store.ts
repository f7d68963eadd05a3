import type { Pool } from 'pg';

export class DashboardStore {
  constructor(private readonly pool: Pool) {}

  async layoutForMember(team: string, userId: string): Promise<Record<string, unknown> | null> {
    const { rows } = await this.pool.query(
      `SELECT d.layout
         FROM dashboard d
         JOIN team_member m ON m.team_id = d.team_id
        WHERE d.team_id = $1 AND m.user_id = $2`,
      [team, userId],
    );
    return rows[0]?.layout ?? null;
  }
}
