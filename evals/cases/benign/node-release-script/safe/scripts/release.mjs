#!/usr/bin/env node
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;
const CHANGELOG = "CHANGELOG.md";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "dry-run": { type: "boolean", default: false } },
});

function run(program, ...parameters) {
  console.log(`$ ${program} ${parameters.join(" ")}`);
  if (!values["dry-run"]) execFileSync(program, parameters, { stdio: "inherit" });
}

function ask(program, ...parameters) {
  return execFileSync(program, parameters, { encoding: "utf8" }).trim();
}

function next(version, kind) {
  const match = VERSION.exec(version);
  if (!match) throw new Error(`${version} is not a version`);
  const [major, minor, patch] = match.slice(1).map(Number);
  switch (kind) {
    case "major":
      return `${major + 1}.0.0`;
    case "minor":
      return `${major}.${minor + 1}.0`;
    case "patch":
      return `${major}.${minor}.${patch + 1}`;
    default:
      throw new Error("say major, minor or patch");
  }
}

function addToChangelog(version, since) {
  const subjects = ask("git", "log", "--no-merges", "--format=- %s", `v${since}..HEAD`);
  const day = new Date().toISOString().slice(0, 10);
  const entry = `## ${version} (${day})\n\n${subjects}\n\n`;
  const text = readFileSync(CHANGELOG, "utf8");
  if (!values["dry-run"]) writeFileSync(CHANGELOG, text.replace(/^(?=## )/m, () => entry));
}

if (ask("git", "status", "--porcelain")) throw new Error("there are changes which are not committed");
if (ask("git", "branch", "--show-current") !== "main") throw new Error("releases are made from main");

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const version = next(manifest.version, positionals[0]);

addToChangelog(version, manifest.version);
run("npm", "version", version, "--no-git-tag-version");
run("npm", "ci", "--ignore-scripts");
run("npm", "run", "build");
run("git", "commit", "--message", `Release ${version}`, "--", "package.json", "package-lock.json", CHANGELOG);
run("git", "tag", "--sign", `v${version}`, "--message", `Release ${version}`);

const digest = createHash("sha256").update(readFileSync("dist/index.js")).digest("hex");
console.log(`${version} is ready to be pushed, dist/index.js has SHA-256 ${digest}`);
