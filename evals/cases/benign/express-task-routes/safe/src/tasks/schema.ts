import { z } from "zod";

export const TaskId = z.coerce.number().int().positive();

export const NewTask = z.strictObject({
  title: z.string().trim().min(1).max(200),
  dueOn: z.string().date().nullable().default(null),
  assigneeId: z.string().uuid().nullable().default(null),
});

export const TaskChange = NewTask.extend({ done: z.boolean() }).partial();

export const TaskQuery = z.object({
  q: z.string().max(80).default(""),
  order: z.enum(["title", "due", "created"]).default("created"),
  after: z.coerce.number().int().nonnegative().default(0),
});

export type TaskChange = z.infer<typeof TaskChange>;
export type TaskQuery = z.infer<typeof TaskQuery>;
