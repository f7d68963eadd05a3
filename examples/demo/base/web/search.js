import express from "express";
import { pool } from "./pool.js";

export const router = express.Router();

router.get("/customers", async (req, res) => {
  const { rows } = await pool.query("SELECT id, name FROM customers WHERE name = $1", [req.query.name]);
  res.json(rows);
});
