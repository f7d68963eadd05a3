import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { publicProcedure, router, staffProcedure } from '../trpc';

export const waitlistRouter = router({
  // for the screen in the waiting room, shows ticket numbers only
  board: publicProcedure.query(({ ctx }) => ctx.waitlist.board()),

  draw: publicProcedure
    .input(z.object({ reason: z.enum(['checkup', 'vaccine', 'acute']) }))
    .mutation(({ ctx, input }) => ctx.waitlist.push(input.reason)),

  callNext: staffProcedure
    .input(z.object({ room: z.number().int().min(1).max(9) }))
    .mutation(async ({ ctx, input }) => {
      const ticket = await ctx.waitlist.shift(input.room);
      if (!ticket) throw new TRPCError({ code: 'NOT_FOUND' });
      return ticket;
    }),

  remove: staffProcedure
    .input(z.object({ ticket: z.number().int() }))
    .mutation(({ ctx, input }) => ctx.waitlist.drop(input.ticket)),
});
