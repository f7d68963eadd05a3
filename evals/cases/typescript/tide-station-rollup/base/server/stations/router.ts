import { z } from 'zod';
import { protectedProcedure, router } from '../trpc';
import { stationRollup } from './rollup';

export const stationRouter = router({
  rollup: protectedProcedure
    .input(
      z.object({
        since: z.coerce.date(),
      }),
    )
    .query(({ input }) => stationRollup(input)),

  byId: protectedProcedure.input(z.string().uuid()).query(({ ctx, input }) =>
    ctx.prisma.station.findUnique({
      where: { id: input },
      select: { id: true, name: true, basin: true, operator: true },
    }),
  ),
});
