import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { coordinatorProcedure, publicProcedure, router } from '../trpc';

export const volunteersRouter = router({
  /** Shown on the landing page. */
  headcount: publicProcedure.query(({ ctx }) => ctx.db.volunteer.count({ where: { active: true } })),

  list: coordinatorProcedure
    .input(z.object({ shiftId: z.string().cuid().optional() }))
    .query(({ ctx, input }) =>
      ctx.db.volunteer.findMany({
        where: input.shiftId ? { shifts: { some: { id: input.shiftId } } } : {},
        orderBy: { lastName: 'asc' },
      }),
    ),

  exportCsv: coordinatorProcedure.query(async ({ ctx }) => {
    const rows = await ctx.db.volunteer.findMany({
      select: { firstName: true, lastName: true, phone: true, emergencyContact: true },
      orderBy: { lastName: 'asc' },
    });
    return stringify(rows, { header: true, escape_formulas: true });
  }),
});
