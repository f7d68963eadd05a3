import { COMMON } from "./common-passwords";

export type Problem = "too-short" | "too-long" | "common" | "contains-email" | "one-character";

const SHORTEST = 12;
const LONGEST = 128;

/** What is wrong with a new password; an empty list means that it may be used. */
export function problems(password: string, email = ""): Problem[] {
  const found: Problem[] = [];
  if (password.length < SHORTEST) found.push("too-short");
  if (password.length > LONGEST) found.push("too-long");
  if (COMMON.has(password.toLowerCase())) found.push("common");
  if (new Set(password).size < 2) found.push("one-character");
  const name = email.split("@", 1)[0] ?? "";
  if (name.length >= 4 && password.toLowerCase().includes(name.toLowerCase())) found.push("contains-email");
  return found;
}
