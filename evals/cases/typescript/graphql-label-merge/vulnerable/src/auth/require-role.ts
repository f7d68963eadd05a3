import { GraphQLError } from 'graphql';
import type { Context } from '../context';

const RANK = { viewer: 0, editor: 1, maintainer: 2 } as const;
export type Role = keyof typeof RANK;

export const notFound = (what: string) =>
  new GraphQLError(`${what} not found`, { extensions: { code: 'NOT_FOUND' } });

/** Throws unless the caller holds at least `role` in the workspace. */
export async function requireRole(ctx: Context, workspaceId: string, role: Role): Promise<void> {
  if (!ctx.viewer) {
    throw new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  const held = await ctx.memberships.roleOf(ctx.viewer.id, workspaceId);
  if (!held || RANK[held as Role] < RANK[role]) {
    throw new GraphQLError('Not allowed', { extensions: { code: 'FORBIDDEN' } });
  }
}
