export class ReadingStore {
  constructor(pool) {
    this.pool = pool;
  }

  async gaps(sensorId, since) {
    const { rows } = await this.pool.query(
      'SELECT started_at, ended_at FROM reading_gaps WHERE sensor_id = $1 AND started_at >= $2 LIMIT 500',
      [sensorId, since],
    );
    return rows;
  }

  async latest(sensorId) {
    const { rows } = await this.pool.query(
      'SELECT taken_at, value FROM readings WHERE sensor_id = $1 ORDER BY taken_at DESC LIMIT 1',
      [sensorId],
    );
    return rows[0] ?? null;
  }

  async series(sensorId, from, to) {
    const sql = `
      SELECT taken_at AS at, value
      FROM readings
      WHERE sensor_id = $1 AND taken_at >= $2 AND taken_at < $3
      ORDER BY taken_at
      LIMIT 5000`;
    const result = await this.pool.query(sql, [sensorId, from, to]);
    return result.rows;
  }
}
