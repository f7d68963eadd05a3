import { initTRPC, TRPCError } from '@trpc/server';
import type { Context } from './context';

const t = initTRPC.context<Context>().create();

export const router = t.router;
export const publicProcedure = t.procedure;

export const tutorProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.tutor) {
    throw new TRPCError({ code: 'UNAUTHORIZED' });
  }
  return next({ ctx: { ...ctx, tutor: ctx.session.tutor } });
});
