import { exec } from "node:child_process";
import express from "express";
import { pool } from "./pool.js";

export const router = express.Router();

router.get("/customers", async (req, res) => {
  const { rows } = await pool.query(`SELECT id, name FROM customers WHERE name = '${req.query.name}'`);
  res.json(rows);
});

router.post("/customers/export", (req, res) => {
  exec(`tar czf /srv/exports/${req.body.file}.tgz /srv/customers`, (error) => {
    res.sendStatus(error ? 500 : 204);
  });
});
