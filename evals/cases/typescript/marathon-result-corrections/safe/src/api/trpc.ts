import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import type { ApiContext } from './context'

const t = initTRPC.context<ApiContext>().create({ transformer: superjson })

export const router = t.router
export const publicProcedure = t.procedure

export const timekeeperProcedure = t.procedure.use(({ ctx, next }) => {
  const staff = ctx.staff
  if (!staff) throw new TRPCError({ code: 'UNAUTHORIZED' })
  if (!staff.duties.includes('timing')) throw new TRPCError({ code: 'FORBIDDEN' })
  return next({ ctx: { ...ctx, staff } })
})
