import { and, eq, gte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { db } from '../db'
import { climbs, ascents } from '../db/schema'
import { memberProcedure, router } from '../trpc'

const METRICS = ['grade', 'set_on', 'ascent_count', 'flash_rate'] as const

const rankingInput = z.object({
  wall: z.string().max(40).optional(),
  metric: z.enum(METRICS).default('grade'),
  descending: z.boolean().default(true),
})

export const climbsRouter = router({
  ranking: memberProcedure.input(rankingInput).query(async ({ ctx, input }) => {
    const direction = input.descending ? 'desc' : 'asc'
    return db
      .select()
      .from(climbs)
      .where(
        and(
          eq(climbs.gymId, ctx.member.gymId),
          input.wall ? eq(climbs.wall, input.wall) : undefined,
        ),
      )
      .orderBy(sql.raw(`${input.metric} ${direction} nulls last`))
      .limit(50)
  }),

  recentAscents: memberProcedure.query(({ ctx }) =>
    db
      .select()
      .from(ascents)
      .where(
        and(
          eq(ascents.memberId, ctx.member.id),
          gte(ascents.climbedAt, new Date(Date.now() - 30 * 86_400_000)),
        ),
      ),
  ),
})
