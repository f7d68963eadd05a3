import { toConditions } from '../shared/conditions.js';

export class FiringRepository {
  constructor(db) {
    this.db = db;
  }

  async search(studioId, filters = {}) {
    const { clauses, values } = toConditions(filters);
    const where = ['studio_id = ?', ...clauses].join(' AND ');
    const [rows] = await this.db.execute(
      `SELECT id, kiln, cone, atmosphere, fired_at FROM firings WHERE ${where} ORDER BY fired_at DESC LIMIT 200`,
      [studioId, ...values],
    );
    return rows;
  }

  async record(studioId, firing) {
    const [result] = await this.db.execute(
      'INSERT INTO firings (studio_id, kiln, cone, atmosphere, fired_at) VALUES (?, ?, ?, ?, NOW())',
      [studioId, firing.kiln, firing.cone, firing.atmosphere],
    );
    return result.insertId;
  }
}
