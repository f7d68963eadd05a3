import type { Command } from 'commander';
import { loadIndex } from '../pluginIndex.js';

export function registerList(program: Command): void {
  program
    .command('list')
    .description('show the plugins of the configured index')
    .action(async () => {
      for (const plugin of await loadIndex()) {
        console.log(`${plugin.name.padEnd(24)} ${plugin.tag.padEnd(10)} ${plugin.summary}`);
      }
    });
}
