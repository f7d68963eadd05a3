import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import type { Context } from './context';

const t = initTRPC.context<Context>().create({ transformer: superjson });

export const createTRPCRouter = t.router;
export const publicProcedure = t.procedure;

/** Somebody who is signed in and works for a studio, see `ctx.studio`. */
export const studioProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session?.studio) {
    throw new TRPCError({ code: 'UNAUTHORIZED' });
  }
  return next({ ctx: { ...ctx, studio: ctx.session.studio } });
});
