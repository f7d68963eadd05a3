import { zValidator } from '@hono/zod-validator';
import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { db } from '../db/client';
import { members } from '../db/tables';
import { memberSession, type MemberEnv } from '../auth/member-session';
import { profileUpdate } from './profile.schema';

const shown = {
  id: members.id,
  displayName: members.displayName,
  phone: members.phone,
  pickupSlot: members.pickupSlot,
};

export const memberRoutes = new Hono<MemberEnv>().use(memberSession);

memberRoutes.get('/me', async (c) => {
  const [member] = await db.select(shown).from(members).where(eq(members.id, c.get('memberId')));
  return c.json(member);
});

memberRoutes.patch('/me', zValidator('json', profileUpdate), async (c) => {
  const changes = c.req.valid('json');
  const [member] = await db
    .update(members)
    .set(changes)
    .where(eq(members.id, c.get('memberId')))
    .returning(shown);
  return c.json(member);
});
