#!/usr/bin/env node
import { Command } from 'commander';
import { registerList } from './commands/list.js';

const program = new Command('plugins');
registerList(program);
await program.parseAsync();
