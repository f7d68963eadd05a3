import { timingSafeEqual } from "node:crypto";

import { passcodes } from "../stores/passcodes.js";
import { sendPasscode } from "../mail/passcode.js";
import { issueToken } from "../tokens.js";

/** Mail a six-digit passcode; the answer is the same for unknown addresses. */
export async function request(req, res) {
  const email = String(req.body.email ?? "").trim().toLowerCase();
  await sendPasscode(email);
  res.status(202).end();
}

export async function verify(req, res) {
  const email = String(req.body.email ?? "").trim().toLowerCase();
  const given = Buffer.from(String(req.body.passcode ?? "").padEnd(6).slice(0, 6));
  const stored = await passcodes.current(email);
  const known = Buffer.from(stored?.digits ?? "      ");
  if (!stored || given.length !== known.length || !timingSafeEqual(given, known)) {
    return res.status(401).json({ message: "This passcode is not valid." });
  }
  await passcodes.use(stored.id);
  res.json({ token: await issueToken(stored.userId) });
}
