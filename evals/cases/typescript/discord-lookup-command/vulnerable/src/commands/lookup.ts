import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { codeBlock } from 'discord.js';
import type { Command } from '.';

const sh = promisify(exec);
const TYPES = new Set(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT']);

/** !lookup example.org [type] */
export const lookup: Command = async (message, [host, wanted = 'A']) => {
  const type = wanted.toUpperCase();
  if (!host || !TYPES.has(type)) {
    await message.reply('Usage: !lookup <host> [A|AAAA|CNAME|MX|NS|TXT]');
    return;
  }
  try {
    const { stdout } = await sh(`dig +short +time=2 -t ${type} ${host}`, { timeout: 5000 });
    await message.reply(codeBlock(stdout.slice(0, 1500) || 'no records'));
  } catch {
    await message.reply('The lookup did not work.');
  }
};
