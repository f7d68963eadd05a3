import { db } from "./db.js";

const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

export const defaults = {
  theme: { name: "light", density: "normal" },
  mail: { digest: "weekly", mentions: true },
  editor: { tabSize: 2, wrap: false },
};

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

export function merge(target, source) {
  for (const [key, value] of Object.entries(source)) {
    if (FORBIDDEN.has(key)) continue;
    if (isObject(value) && isObject(target[key])) {
      merge(target[key], value);
    } else {
      target[key] = value;
    }
  }
  return target;
}

export async function load(userId) {
  const row = await db("preferences").where({ user_id: userId }).first("body");
  return merge(structuredClone(defaults), row ? JSON.parse(row.body) : {});
}

/** PATCH /preferences: req.body is the parsed JSON of the client. */
export async function update(req, res) {
  const current = await load(req.user.id);
  const body = merge(current, req.body);
  await db("preferences")
    .insert({ user_id: req.user.id, body: JSON.stringify(body) })
    .onConflict("user_id")
    .merge();
  res.json(body);
}
