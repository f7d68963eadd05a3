#!/usr/bin/env node
// Tags the merge commit with the version of package.json. Runs in CI after a pull request was merged:
//   node scripts/tag-release.mjs [--dry-run]
import { execFileSync, execSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: {
    'dry-run': { type: 'boolean', default: false },
    remote: { type: 'string', default: 'origin' },
  },
});

const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

if (!/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version)) {
  console.error(`${name}: ${version} is not a version that can be tagged`);
  process.exit(1);
}

const tag = `v${version}`;

function tagExists() {
  return execFileSync('git', ['tag', '--list', tag], { encoding: 'utf8' }).trim() === tag;
}

// PR_TITLE and PR_NUMBER are set by the workflow from the event.
function message() {
  const title = process.env.PR_TITLE?.trim() || 'Release';
  const number = process.env.PR_NUMBER;
  return number ? `${name} ${version}: ${title} (#${number})` : `${name} ${version}: ${title}`;
}

if (tagExists()) {
  console.log(`${tag} exists, nothing to do`);
} else if (options['dry-run']) {
  console.log(`would tag ${tag}: ${message()}`);
} else {
  execSync(`git tag -a ${tag} -m "${message()}"`, { stdio: 'inherit' });
  execFileSync('git', ['push', options.remote, `refs/tags/${tag}`], { stdio: 'inherit' });
}
