import { Queue } from "./queue.js";
import { invoiceMail } from "./invoice-mail.js";
import { mailer } from "./mailer.js";
import { pool } from "./database.js";

const queue = new Queue(pool).handle("invoice-mail", invoiceMail(pool, mailer));

queue.on("ready", () => console.log("waiting for jobs"));
queue.on("done", ({ id, kind }) => console.log("%s %d is done", kind, id));
queue.on("failed", ({ id, kind, error }) => console.error("%s %d failed: %s", kind, id, error.message));

process.once("SIGTERM", () => queue.stop());
queue.start();
