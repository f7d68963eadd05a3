import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";

const TAKE = `
  UPDATE jobs SET taken_by = $1, taken_at = now(), attempts = attempts + 1
   WHERE id = (SELECT id FROM jobs
                WHERE kind = ANY($2) AND run_at <= now() AND taken_by IS NULL
                ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING id, kind, payload, attempts`;
const DONE = "DELETE FROM jobs WHERE id = $1 AND taken_by = $2";
const LATER = "UPDATE jobs SET taken_by = NULL, run_at = now() + $3 * interval '1 second' WHERE id = $1 AND taken_by = $2";

export class Queue extends EventEmitter {
  constructor(pool, { pause = 1_000, attempts = 8 } = {}) {
    super();
    this.pool = pool;
    this.pause = pause;
    this.attempts = attempts;
    this.name = randomUUID();
    this.handlers = new Map();
  }

  handle(kind, handler) {
    this.handlers.set(kind, handler);
    return this;
  }

  start() {
    this.emit("ready");
    this.timer = setTimeout(() => this.tick(), this.pause * Math.random());
  }

  stop() {
    clearTimeout(this.timer);
  }

  async tick() {
    let worked = false;
    try {
      worked = await this.workOnce();
    } catch (error) {
      this.emit("failed", { id: null, kind: null, error });
    }
    this.timer = setTimeout(() => this.tick(), worked ? 0 : this.pause);
  }

  async workOnce() {
    const { rows } = await this.pool.query(TAKE, [this.name, [...this.handlers.keys()]]);
    if (rows.length === 0) return false;
    const [job] = rows;
    try {
      await this.handlers.get(job.kind)(job.payload);
      await this.pool.query(DONE, [job.id, this.name]);
      this.emit("done", { id: job.id, kind: job.kind });
    } catch (error) {
      this.emit("failed", { id: job.id, kind: job.kind, error });
      const seconds = job.attempts < this.attempts ? 2 ** job.attempts * (5 + Math.random()) : 86_400;
      await this.pool.query(LATER, [job.id, this.name, seconds]);
    }
    return true;
  }
}
