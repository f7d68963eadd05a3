import { Queue } from "./queue.js";
import { pool } from "./database.js";

const queue = new Queue(pool);

queue.on("ready", () => console.log("waiting for jobs"));
