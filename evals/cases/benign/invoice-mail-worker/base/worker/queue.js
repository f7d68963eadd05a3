import { EventEmitter } from "node:events";

export class Queue extends EventEmitter {
  constructor(pool) {
    super();
    this.pool = pool;
  }
}
