import { z } from 'zod';
import { createTRPCRouter, workspaceProcedure } from '@/server/api/trpc';
import { usageSeries } from '@/server/usage/usage.repo';

const Bucket = z.enum(['hour', 'day', 'week', 'month']);

export const usageRouter = createTRPCRouter({
  series: workspaceProcedure
    .input(
      z.object({
        from: z.coerce.date(),
        to: z.coerce.date(),
        bucket: Bucket.default('day'),
      }),
    )
    .query(async ({ ctx, input }) => {
      const { from, to, bucket } = input;
      const points = await usageSeries(ctx.workspace.id, from, to, bucket);
      return points.map((p) => ({ ...p, calls: Number(p.calls) }));
    }),
});
