import { Hono } from 'hono';
import { prisma } from '../db';
import { requireMember, type MemberEnv } from '../auth/require-member';
import { memberView, profileSchema } from './profile-schema';

export const profileRoutes = new Hono<MemberEnv>();

profileRoutes.use('*', requireMember);

profileRoutes.get('/', async (c) => {
  const member = await prisma.member.findUniqueOrThrow({
    where: { id: c.get('memberId') },
    select: memberView,
  });
  return c.json(member);
});

profileRoutes.patch('/', async (c) => {
  const parsed = profileSchema.safeParse(await c.req.json().catch(() => null));
  if (!parsed.success) {
    return c.json({ issues: parsed.error.flatten().fieldErrors }, 422);
  }
  const member = await prisma.member.update({
    where: { id: c.get('memberId') },
    data: parsed.data,
    select: memberView,
  });
  return c.json(member);
});
