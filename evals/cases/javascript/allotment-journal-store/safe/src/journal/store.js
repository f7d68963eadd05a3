const FIELDS = 'id, plot, note, sown_at, photo_key';

export class JournalStore {
  #pool;

  constructor(pool) {
    this.#pool = pool;
  }

  async list(gardenerId) {
    const { rows } = await this.#pool.query(
      `SELECT ${FIELDS} FROM journal WHERE gardener_id = $1 ORDER BY sown_at DESC LIMIT 200`,
      [gardenerId],
    );
    return rows;
  }

  /** One entry, or undefined. */
  async get(entryId, gardenerId) {
    const { rows } = await this.#pool.query(
      `SELECT ${FIELDS} FROM journal WHERE id = $1 AND gardener_id = $2`,
      [entryId, gardenerId],
    );
    return rows[0];
  }
}
