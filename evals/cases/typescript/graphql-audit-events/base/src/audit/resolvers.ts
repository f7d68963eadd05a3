import { GraphQLError } from 'graphql';
import type { Context } from '../context';
import { AuditEvent, EventQuery } from './event-query';

interface Args {
  limit: number;
  offset: number;
}

function administrator({ user }: Context) {
  if (!user?.roles.includes('administrator')) {
    throw new GraphQLError('Not allowed', { extensions: { code: 'FORBIDDEN' } });
  }
  return user;
}

export const resolvers = {
  Query: {
    auditEvents(_root: unknown, { limit, offset }: Args, context: Context): Promise<AuditEvent[]> {
      const { organisationId } = administrator(context);
      return new EventQuery(context.knex, organisationId).page(limit, offset);
    },
  },
  AuditEvent: {
    at: ({ at }: AuditEvent): string => at.toISOString(),
  },
};
