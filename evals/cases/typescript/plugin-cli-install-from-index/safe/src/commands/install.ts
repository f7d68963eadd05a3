import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { Command } from 'commander';
import { loadIndex, type PluginEntry } from '../pluginIndex.js';

const PLUGIN_DIR = path.join(homedir(), '.corp', 'plugins');

function checkout({ name, repository, tag }: PluginEntry): string {
  const target = path.join(PLUGIN_DIR, name);
  if (new URL(repository).protocol !== 'https:') throw new Error(`${repository} is not an https address`);
  execFileSync('git', ['clone', '--depth', '1', `--branch=${tag}`, '--', repository, target], { stdio: 'inherit' });
  return target;
}

export function registerInstall(program: Command): void {
  program
    .command('install <name>')
    .description('install a plugin of the index')
    .action(async (name: string) => {
      const entry = (await loadIndex()).find((plugin) => plugin.name === name);
      if (!entry) {
        program.error(`no plugin is called ${name}`);
      }
      mkdirSync(PLUGIN_DIR, { recursive: true });
      console.log(`installed in ${checkout(entry)}`);
    });
}
