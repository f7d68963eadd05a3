import { db } from "./db.js";

export const defaults = {
  theme: { name: "light", density: "normal" },
  mail: { digest: "weekly", mentions: true },
  editor: { tabSize: 2, wrap: false },
};

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** Merge breadth first; deep documents used to overflow the stack. */
export function merge(target, source) {
  const queue = [[target, source]];
  while (queue.length > 0) {
    const [into, from] = queue.shift();
    for (const [key, value] of Object.entries(from)) {
      if (isObject(value) && isObject(into[key])) {
        queue.push([into[key], value]);
      } else {
        into[key] = value;
      }
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
