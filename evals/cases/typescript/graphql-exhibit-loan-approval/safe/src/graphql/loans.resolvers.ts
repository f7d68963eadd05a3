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

type Step<A> = (args: A, ctx: AppContext) => Promise<unknown>;

/** `{ ok, loan, message }` for what goes wrong in the domain; other errors stay errors. */
const payload =
  <A>(step: Step<A>) =>
  async (_: unknown, args: A, ctx: AppContext) => {
    try {
      return { ok: true, loan: await step(args, ctx) };
    } catch (err) {
      if (err instanceof Error && err.name === 'LoanRuleError') return { ok: false, message: err.message };
      throw err;
    }
  };

export const loanResolvers = {
  Query: {
    loans: (_: unknown, __: unknown, ctx: AppContext) => {
      requireRole(ctx, 'registrar', 'curator');
      return ctx.loans.open();
    },
  },
  Mutation: {
    requestLoan: payload((args: { exhibitId: string; until: string }, ctx) => {
      requireRole(ctx, 'partner', 'curator');
      return ctx.loans.request(args.exhibitId, ctx.viewer!.id, args.until);
    }),
    approveLoan: payload(async (args: { id: string; note?: string }, ctx) => {
      requireRole(ctx, 'registrar'); // approving is final
      return ctx.loans.setState(args.id, 'approved', args.note);
    }),
  },
};
