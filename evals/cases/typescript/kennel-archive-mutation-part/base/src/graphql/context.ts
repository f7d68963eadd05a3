import { GraphQLError } from 'graphql';
import type { KennelStore } from '../kennels/store';

export interface Context {
  keeper: { id: string; name: string } | null;
  kennels: KennelStore;
}

export function signedIn(ctx: Context) {
  if (!ctx.keeper) {
    throw new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return ctx.keeper;
}
