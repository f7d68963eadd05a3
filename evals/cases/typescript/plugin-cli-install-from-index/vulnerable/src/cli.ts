#!/usr/bin/env node
import { Command } from 'commander';
import { registerInstall } from './commands/install.js';
import { registerList } from './commands/list.js';

const program = new Command('plugins');
registerInstall(program);
registerList(program);
await program.parseAsync();
