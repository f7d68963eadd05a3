import { z } from 'zod';

import { protectedProcedure, router } from '../trpc';
import { profileInput } from '../schema/profile';

const publicFields = { id: true, name: true, bio: true, timezone: true, pronouns: true } as const;

export const profileRouter = router({
  me: protectedProcedure.query(({ ctx }) =>
    ctx.prisma.user.findUniqueOrThrow({ where: { id: ctx.user.id }, select: publicFields }),
  ),

  byHandle: protectedProcedure
    .input(z.object({ handle: z.string().min(2).max(32) }))
    .query(({ ctx, input }) =>
      ctx.prisma.user.findFirst({ where: { handle: input.handle, deletedAt: null }, select: publicFields }),
    ),

  update: protectedProcedure.input(profileInput).mutation(async ({ ctx, input }) => {
    const updated = await ctx.prisma.user.update({
      where: { id: ctx.user.id },
      data: input,
      select: publicFields,
    });
    await ctx.audit.record('profile.update', { userId: ctx.user.id, fields: Object.keys(input) });
    return updated;
  }),
});
