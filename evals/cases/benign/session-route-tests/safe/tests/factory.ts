import { randomUUID } from "node:crypto";

export const PASSWORD = "four wheels on the old bus";

export const person = (changes: Partial<{ email: string; password: string; role: "member" | "admin" }> = {}) => ({
  id: randomUUID(),
  email: `${randomUUID()}@example.test`,
  password: PASSWORD,
  role: "member" as const,
  ...changes,
});
