import { randomUUID } from "node:crypto";

export const person = () => ({ id: randomUUID(), email: `${randomUUID()}@example.test` });
