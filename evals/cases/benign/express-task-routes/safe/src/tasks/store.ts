import type { Pool } from "pg";
import type { z } from "zod";

import type { NewTask, TaskChange, TaskQuery } from "./schema";

const COLUMNS = { title: "title", dueOn: "due_on", assigneeId: "assignee_id", done: "done" } as const;
const ORDERS = { title: "title, id", due: "due_on NULLS LAST, id", created: "id DESC" } as const;
const FIELDS = "id, title, due_on AS \"dueOn\", assignee_id AS \"assigneeId\", done";
const PAGE = 50;

export class TaskStore {
  constructor(private readonly pool: Pool) {}

  async list(teamId: string, query: TaskQuery) {
    const { rows } = await this.pool.query(
      `SELECT ${FIELDS} FROM tasks
        WHERE team_id = $1 AND position(lower($2) IN lower(title)) > 0
        ORDER BY ${ORDERS[query.order]} OFFSET $3 LIMIT ${PAGE}`,
      [teamId, query.q, query.after],
    );
    return rows;
  }

  async add(teamId: string, task: z.infer<typeof NewTask>) {
    const { rows } = await this.pool.query(
      `INSERT INTO tasks (team_id, title, due_on, assignee_id)
       SELECT $1, $2, $3, $4
        WHERE $4::uuid IS NULL OR EXISTS (SELECT 1 FROM team_members WHERE team_id = $1 AND user_id = $4)
       RETURNING ${FIELDS}`,
      [teamId, task.title, task.dueOn, task.assigneeId],
    );
    return rows[0] ?? null;
  }

  async change(teamId: string, id: number, change: Omit<TaskChange, "assigneeId">) {
    const names = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((name) => name !== "assigneeId" && name in change);
    if (names.length === 0) return null;
    const sets = names.map((name, index) => `${COLUMNS[name]} = $${index + 3}`).join(", ");
    const values = names.map((name) => change[name as keyof typeof change]);
    const { rows } = await this.pool.query(
      `UPDATE tasks SET ${sets} WHERE team_id = $1 AND id = $2 RETURNING ${FIELDS}`,
      [teamId, id, ...values],
    );
    return rows[0] ?? null;
  }
}
