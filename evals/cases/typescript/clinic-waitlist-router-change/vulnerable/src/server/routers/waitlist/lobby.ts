import { z } from 'zod';
import { publicProcedure, router } from '../../trpc';

const Reason = z.enum(['checkup', 'vaccine', 'acute']);

/** What runs on the screens of the waiting room. */
export const lobbyRouter = router({
  // ticket numbers only
  board: publicProcedure.query(({ ctx }) => ctx.waitlist.board()),

  draw: publicProcedure
    .input(z.object({ reason: Reason }))
    .mutation(({ ctx, input }) => ctx.waitlist.push(input.reason)),
});
