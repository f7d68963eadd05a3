import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { printProof, ProofError } from '../proof';
import { router, staffProcedure } from '../trpc';

const input = z.object({
  orderId: z.string().uuid(),
  profile: z.enum(['matte', 'gloss', 'newsprint']),
  copies: z.number().int().min(1).max(5).optional(),
});

export const proofs = router({
  print: staffProcedure.input(input).mutation(async ({ input, ctx }) => {
    const order = await ctx.orders.find(input.orderId);
    if (!order) throw new TRPCError({ code: 'NOT_FOUND' });
    try {
      await printProof(input);
    } catch (err) {
      if (err instanceof ProofError) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'printer is off' });
      throw err;
    }
    return { printed: true };
  }),
});
