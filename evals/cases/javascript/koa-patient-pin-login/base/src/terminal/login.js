import Router from '@koa/router';
import argon2 from 'argon2';
import { issueTerminalSession } from './sessions.js';
import { redis } from '../redis.js';

const MAX_TRIES = 5;
const WINDOW = 15 * 60;

async function countTry(cardNo) {
  const key = `pin-tries:${cardNo}`;
  const tries = await redis.incr(key);
  if (tries === 1) await redis.expire(key, WINDOW);
  return tries;
}

export function terminalLogin({ patients, audit }) {
  const router = new Router({ prefix: '/terminal' });

  router.post('/login', async (ctx) => {
    const { cardNo, pin } = ctx.request.body;
    ctx.assert(/^\d{10}$/.test(cardNo) && /^\d{4}$/.test(pin), 422, 'card number and PIN please');
    const tries = await countTry(cardNo);
    ctx.assert(tries <= MAX_TRIES, 429, 'too many attempts');
    const patient = await patients.byCard(cardNo);
    ctx.assert(patient && await argon2.verify(patient.pinHash, pin), 401, 'wrong PIN');
    await redis.del(`pin-tries:${cardNo}`);
    ctx.body = { token: await issueTerminalSession(patient.id) };
  });

  return router;
}
