import { z } from 'zod';
import { createTRPCRouter, workspaceProcedure } from '@/server/api/trpc';
import { usageSeries } from '@/server/usage/usage.repo';

export const usageRouter = createTRPCRouter({
  series: workspaceProcedure
    .input(
      z.object({
        from: z.coerce.date(),
        to: z.coerce.date(),
      }),
    )
    .query(async ({ ctx, input }) => {
      const points = await usageSeries(ctx.workspace.id, input.from, input.to);
      return points.map((p) => ({ ...p, calls: Number(p.calls) }));
    }),
});
