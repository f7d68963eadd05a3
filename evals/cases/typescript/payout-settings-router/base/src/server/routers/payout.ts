import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { db } from '../db';
import { payoutAccounts, payouts } from '../db/schema';
import { publicProcedure, router, tutorProcedure } from '../trpc';

export const payoutRouter = router({
  /** Shown on the pricing page. */
  schedule: publicProcedure.query(() => ({ everyDays: 14, minimumCents: 2500 })),

  history: tutorProcedure.query(({ ctx }) =>
    db.select().from(payouts).where(eq(payouts.tutorId, ctx.tutor.id)).limit(100),
  ),

  account: tutorProcedure.query(async ({ ctx }) => {
    const [account] = await db.select().from(payoutAccounts).where(eq(payoutAccounts.tutorId, ctx.tutor.id));
    return account ? { holder: account.holder, last4: account.iban.slice(-4) } : null;
  }),
});
