import { Router } from "express";

import { pool } from "../database";
import { NewTask, TaskChange, TaskId, TaskQuery } from "./schema";
import { TaskStore } from "./store";

export function taskRoutes(store = new TaskStore(pool)): Router {
  const router = Router();

  router.get("/", async (req, res) => {
    res.json(await store.list(req.user.teamId, TaskQuery.parse(req.query)));
  });

  router.post("/", async (req, res) => {
    const task = await store.add(req.user.teamId, NewTask.parse(req.body));
    if (!task) return res.status(422).json({ message: "the assignee is not in this team" });
    res.status(201).json(task);
  });

  router.patch("/:id", async (req, res) => {
    const { assigneeId: _, ...change } = TaskChange.parse(req.body);
    const task = await store.change(req.user.teamId, TaskId.parse(req.params.id), change);
    if (!task) return res.status(404).json({ message: "no such task" });
    res.json(task);
  });

  return router;
}
