import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { router, staffProcedure } from '../../trpc';

const Room = z.number().int().min(1).max(9);

/** What runs at the reception desk. */
export const deskRouter = router({
  callNext: staffProcedure.input(z.object({ room: Room })).mutation(async ({ ctx, input }) => {
    const ticket = await ctx.waitlist.shift(input.room);
    if (!ticket) {
      throw new TRPCError({ code: 'NOT_FOUND' });
    }
    return ticket;
  }),

  remove: staffProcedure
    .input(z.object({ ticket: z.number().int() }))
    .mutation(({ ctx, input }) => ctx.waitlist.drop(input.ticket)),
});
