const WIDTHS = new Map([
  ['15m', '15 minutes'],
  ['1h', '1 hour'],
  ['1d', '1 day'],
]);

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

  async series(sensorId, from, to, bucket = '1h') {
    const width = WIDTHS.get(bucket) ?? '1 hour';
    const sql = `
      SELECT date_bin('${width}', taken_at, TIMESTAMPTZ '2000-01-01') AS at, avg(value) AS value
      FROM readings
      WHERE sensor_id = $1 AND taken_at >= $2 AND taken_at < $3
      GROUP BY 1
      ORDER BY 1
      LIMIT 5000`;
    const { rows } = await this.pool.query(sql, [sensorId, from, to]);
    return rows;
  }
}
