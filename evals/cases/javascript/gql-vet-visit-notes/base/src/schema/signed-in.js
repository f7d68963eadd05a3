import { GraphQLError } from 'graphql'

/**
 * Wraps a resolver: ctx.user is set by the HTTP layer from the session cookie.
 */
export function signedIn (resolver) {
  return function guarded (parent, args, ctx, info) {
    if (!ctx.user) {
      throw new GraphQLError('Please sign in', { extensions: { code: 'UNAUTHENTICATED' } })
    }
    return resolver(parent, args, ctx, info)
  }
}
