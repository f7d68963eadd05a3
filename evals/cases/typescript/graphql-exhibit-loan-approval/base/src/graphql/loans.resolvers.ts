import { GraphQLError } from 'graphql';
import type { AppContext } from './context';

type Role = 'registrar' | 'curator' | 'partner';

function requireRole(ctx: AppContext, ...roles: Role[]): void {
  if (!ctx.viewer) {
    throw new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  if (!roles.includes(ctx.viewer.role)) {
    throw new GraphQLError('Not allowed', { extensions: { code: 'FORBIDDEN' } });
  }
}

export const loanResolvers = {
  Query: {
    loans: (_: unknown, __: unknown, ctx: AppContext) => {
      requireRole(ctx, 'registrar', 'curator');
      return ctx.loans.open();
    },
  },
  Mutation: {
    requestLoan: async (_: unknown, args: { exhibitId: string; until: string }, ctx: AppContext) => {
      requireRole(ctx, 'partner', 'curator');
      return ctx.loans.request(args.exhibitId, ctx.viewer!.id, args.until);
    },
    approveLoan: async (_: unknown, args: { id: string }, ctx: AppContext) => {
      requireRole(ctx, 'registrar'); // approving is final
      return ctx.loans.setState(args.id, 'approved');
    },
  },
};
