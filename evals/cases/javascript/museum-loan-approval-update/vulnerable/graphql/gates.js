const { GraphQLError } = require('graphql');

/** Lets only people with a session reach the resolver. */
function signedIn(resolver) {
  return (parent, args, context, info) => {
    if (!context.user) {
      throw new GraphQLError('Please sign in', { extensions: { code: 'UNAUTHENTICATED' } });
    }
    return resolver(parent, args, context, info);
  };
}

/** Lets only staff with the given role reach the resolver. */
function withRole(role, resolver) {
  return signedIn((parent, args, context, info) => {
    if (!context.user.roles.includes(role)) {
      throw new GraphQLError('Not for you', { extensions: { code: 'FORBIDDEN' } });
    }
    return resolver(parent, args, context, info);
  });
}

module.exports = { signedIn, withRole };
