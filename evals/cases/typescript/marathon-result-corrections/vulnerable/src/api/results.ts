import { z } from 'zod'
import { publicProcedure, router } from './trpc'

const bib = z.number().int().positive().max(99_999)

export const resultsRouter = router({
  byBib: publicProcedure
    .input(z.object({ raceId: z.string().uuid(), bib }))
    .query(({ ctx, input }) =>
      ctx.db.result.findUnique({
        where: { raceId_bib: input },
        select: { bib: true, finishMs: true, netMs: true, category: true },
      }),
    ),

  podium: publicProcedure.input(z.object({ raceId: z.string().uuid() })).query(({ ctx, input }) =>
    ctx.db.result.findMany({
      where: { raceId: input.raceId, disqualified: false },
      orderBy: { netMs: 'asc' },
      take: 3,
    }),
  ),

  // a chip that was read late, or a runner who wore the bib of somebody else
  correct: publicProcedure
    .input(
      z.object({
        raceId: z.string().uuid(),
        bib,
        netMs: z.number().int().positive(),
        reason: z.string().min(5).max(300),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { raceId, netMs, reason } = input
      const result = await ctx.db.result.update({
        where: { raceId_bib: { raceId, bib: input.bib } },
        data: { netMs, correctionReason: reason, correctedAt: new Date() },
      })
      ctx.live.emit('result', { raceId, bib: result.bib, netMs: result.netMs })
      return { bib: result.bib, netMs: result.netMs }
    }),
})
