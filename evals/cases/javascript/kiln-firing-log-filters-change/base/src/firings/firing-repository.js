export class FiringRepository {
  constructor(db) {
    this.db = db;
  }

  async search(studioId, { kiln } = {}) {
    const [rows] = await this.db.execute(
      'SELECT id, kiln, cone, atmosphere, fired_at FROM firings WHERE studio_id = ? AND kiln = COALESCE(?, kiln)',
      [studioId, kiln ?? null],
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
