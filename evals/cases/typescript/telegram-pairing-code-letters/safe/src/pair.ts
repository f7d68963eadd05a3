import { Composer } from 'grammy';
import type { Redis } from 'ioredis';
import { pairingCode } from './codes';

const TTL_SECONDS = 10 * 60;

export function pairing(redis: Redis) {
  const bot = new Composer();

  bot.command('pair', async (ctx) => {
    if (ctx.chat.type !== 'private') {
      await ctx.reply('Please write to me in a private chat.');
      return;
    }
    const code = pairingCode();
    await redis.set(`pair:${code}`, ctx.chat.id, 'EX', TTL_SECONDS, 'NX');
    await ctx.reply(`Your code is ${code}. It is valid for ten minutes.`);
  });

  bot.command('unpair', async (ctx) => {
    await redis.srem('paired', ctx.chat.id);
    await ctx.reply('Done.');
  });

  return bot;
}
