import { expect, test } from "vitest";

import { problems } from "../src/accounts/password-rules";
import { PASSWORD } from "./factory";

test.each([
  [PASSWORD, []],
  ["short", ["too-short"]],
  ["passwordpassword", ["common"]],
  ["aaaaaaaaaaaaaaaa", ["one-character"]],
  ["grace-hopper-1906", ["contains-email"]],
  ["x1".repeat(100), ["too-long"]],
])("%s", (password, expected) => {
  expect(problems(password, "grace@example.test")).toEqual(expected);
});
