import type { Message } from 'discord.js';
import { lookup } from './lookup';
import { ping } from './ping';
import { uptime } from './uptime';

export type Command = (message: Message, args: string[]) => Promise<void>;

const commands = new Map<string, Command>([
  ['lookup', lookup],
  ['ping', ping],
  ['uptime', uptime],
]);

export async function dispatch(message: Message): Promise<void> {
  if (message.author.bot || !message.content.startsWith('!')) {
    return;
  }
  const [name = '', ...args] = message.content.slice(1).trim().split(/ +/);
  const command = commands.get(name.toLowerCase());
  if (command) {
    await command(message, args);
  }
}
