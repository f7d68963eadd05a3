import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { protectedProcedure, router } from '../trpc';
import { dailyUsage, ownsMeter } from './usage.service';

const input = z.object({
  meterId: z.string().uuid(),
  window: z.string().min(2).default('30 days'),
});

export const usageRouter = router({
  daily: protectedProcedure.input(input).query(async ({ ctx, input }) => {
    if (!(await ownsMeter(ctx.user.id, input.meterId))) {
      throw new TRPCError({ code: 'NOT_FOUND' });
    }
    return dailyUsage(input.meterId, input.window);
  }),
});
