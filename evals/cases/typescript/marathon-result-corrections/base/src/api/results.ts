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
})
