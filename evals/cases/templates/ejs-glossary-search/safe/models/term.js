import { pool } from "./pool.js";

export async function findTerms(query) {
  if (!query) {
    const all = await pool.query("SELECT slug, name, definition FROM terms ORDER BY name LIMIT 200");
    return all.rows;
  }
  const found = await pool.query(
    "SELECT slug, name, definition FROM terms WHERE name ILIKE $1 ORDER BY name LIMIT 50",
    [`%${query}%`],
  );
  return found.rows;
}
