import { createHash } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { and, eq, gt } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../db';
import { attendees, invitations } from '../db/schema';
import { readable } from '../lib/readable';
import { hostProcedure, limitedProcedure, router } from '../trpc';

const WEEK = 7 * 24 * 3600 * 1000;

const fingerprint = (code: string) => createHash('sha256').update(code).digest('hex');

export const invitationsRouter = router({
  /** hostProcedure has checked that the workshop belongs to the caller. */
  create: hostProcedure.mutation(async ({ ctx }) => {
    const code = readable(16);
    await db.insert(invitations).values({
      workshopId: ctx.workshop.id,
      fingerprint: fingerprint(code),
      expiresAt: new Date(Date.now() + WEEK),
    });
    return { code };
  }),

  /** Whoever has the code may join, without an account. */
  accept: limitedProcedure
    .input(z.object({ code: z.string().max(64), name: z.string().min(1).max(60) }))
    .mutation(async ({ ctx, input }) => {
      const [invitation] = await db
        .delete(invitations)
        .where(and(eq(invitations.fingerprint, fingerprint(input.code)), gt(invitations.expiresAt, new Date())))
        .returning();
      if (!invitation) {
        throw new TRPCError({ code: 'NOT_FOUND' });
      }
      const [attendee] = await db
        .insert(attendees)
        .values({ workshopId: invitation.workshopId, name: input.name })
        .returning();
      await ctx.session.start(attendee.id);
      return { workshopId: invitation.workshopId };
    }),
});
