import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { createTRPCRouter, studioProcedure } from '../trpc';

const program = z.enum(['BISQUE', 'GLAZE_MID', 'GLAZE_HIGH', 'RAKU']);

export const firingRouter = createTRPCRouter({
  upcoming: studioProcedure.query(({ ctx }) =>
    ctx.prisma.firing.findMany({
      where: { studioId: ctx.studio.id, startsAt: { gte: new Date() } },
      orderBy: { startsAt: 'asc' },
      include: { kiln: { select: { name: true, volume: true } } },
      take: 50,
    }),
  ),

  plan: studioProcedure
    .input(z.object({ kilnId: z.string().cuid(), program, startsAt: z.date() }))
    .mutation(async ({ ctx, input }) => {
      const kiln = await ctx.prisma.kiln.findFirst({ where: { id: input.kilnId, studioId: ctx.studio.id } });
      if (!kiln) {
        throw new TRPCError({ code: 'NOT_FOUND', message: 'No such kiln' });
      }
      return ctx.prisma.firing.create({
        data: { kilnId: kiln.id, studioId: ctx.studio.id, program: input.program, startsAt: input.startsAt },
      });
    }),

  cancel: studioProcedure
    .input(z.object({ firingId: z.string().cuid(), reason: z.string().max(500).optional() }))
    .mutation(async ({ ctx, input }) => {
      const { count } = await ctx.prisma.firing.updateMany({
        where: { id: input.firingId, studioId: ctx.studio.id, status: 'PLANNED' },
        data: { status: 'CANCELLED', cancelReason: input.reason ?? null },
      });
      if (count === 0) {
        throw new TRPCError({ code: 'NOT_FOUND', message: 'Nothing to cancel' });
      }
    }),
});
