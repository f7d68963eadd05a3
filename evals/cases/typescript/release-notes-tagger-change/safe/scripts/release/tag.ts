import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mergedSince } from './pulls';

function currentVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new Error(`unusual version ${version}`);
  }
  return version;
}

function lastTagDate(): string {
  return execFileSync('git', ['log', '-1', '--format=%cI', 'latest'], { encoding: 'utf8' }).trim();
}

async function main(): Promise<void> {
  const tag = `v${currentVersion()}`;
  const pulls = await mergedSince(lastTagDate());
  const message = [tag, '', ...pulls.map((p) => `- ${p.title} (#${p.number}, ${p.author})`)].join('\n');

  execFileSync('git', ['tag', '-a', tag, '-F', '-'], { input: message });
  execFileSync('git', ['push', 'origin', tag], { stdio: 'inherit' });
  console.log(`tagged ${tag}`);
}

main().catch((err: Error) => {
  console.error(err.message);
  process.exitCode = 1;
});
