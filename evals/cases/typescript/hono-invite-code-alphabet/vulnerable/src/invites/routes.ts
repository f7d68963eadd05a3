import { Hono } from 'hono';
import { requireUser, type UserEnv } from '../auth';
import { invites } from './store';
import { inviteCode, normalise } from './code';
import { limiter } from '../limiter';

const TWO_DAYS = 48 * 3600 * 1000;

export const inviteRoutes = new Hono<UserEnv>()
  .use(requireUser)
  .post('/', async (c) => {
    const user = c.get('user');
    const code = inviteCode();
    await invites.insert({ code, householdId: user.householdId, expiresAt: Date.now() + TWO_DAYS });
    return c.json({ code }, 201);
  })
  .post('/:code/accept', limiter({ perHour: 20 }), async (c) => {
    const invite = await invites.take(normalise(c.req.param('code')));
    if (!invite || invite.expiresAt < Date.now()) {
      return c.json({ error: 'unknown or expired' }, 404);
    }
    await invites.join(invite.householdId, c.get('user').id);
    return c.json({ householdId: invite.householdId });
  });
