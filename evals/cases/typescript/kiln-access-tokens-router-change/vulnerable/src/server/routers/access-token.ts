import { createHash, randomBytes } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { protectedProcedure, router } from '../trpc';

const PREFIX = 'kiln_';

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export const accessTokenRouter = router({
  list: protectedProcedure.query(({ ctx }) =>
    ctx.prisma.accessToken.findMany({
      where: { userId: ctx.user.id, revokedAt: null },
      select: { id: true, label: true, createdAt: true, lastUsedAt: true },
      orderBy: { createdAt: 'desc' },
    }),
  ),

  create: protectedProcedure
    .input(z.object({ label: z.string().trim().min(1).max(60) }))
    .mutation(async ({ ctx, input }) => {
      const token = PREFIX + randomBytes(24).toString('base64url');
      await ctx.prisma.accessToken.create({
        data: { label: input.label, hash: hashToken(token), userId: ctx.user.id },
      });
      // shown once, never stored
      return { token };
    }),

  revoke: protectedProcedure.input(z.object({ id: z.string().cuid() })).mutation(async ({ ctx, input }) => {
    const token = await ctx.prisma.accessToken.update({
      where: { id: input.id },
      data: { revokedAt: new Date() },
    });
    await ctx.audit.record('access-token.revoked', { tokenId: token.id, by: ctx.user.id });
  }),
});
