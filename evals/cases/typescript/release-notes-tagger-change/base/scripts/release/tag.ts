import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function currentVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`unusual version ${version}`);
  }
  return version;
}

function main(): void {
  const tag = `v${currentVersion()}`;
  execFileSync('git', ['tag', '-a', tag, '-m', tag]);
  execFileSync('git', ['push', 'origin', tag], { stdio: 'inherit' });
  console.log(`tagged ${tag}`);
}

main();
