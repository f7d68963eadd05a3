import { GraphQLError } from 'graphql';
import type { Context } from '../context';
import { AuditEvent, EventQuery } from './event-query';

interface Args {
  filter?: { actor?: string; within?: string };
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
    auditEvents(_root: unknown, { filter, limit, offset }: Args, context: Context): Promise<AuditEvent[]> {
      const { organisationId } = administrator(context);
      const query = new EventQuery(context.knex, organisationId);
      if (filter?.actor) query.by(filter.actor);
      if (filter?.within) query.within(filter.within);
      return query.page(limit, offset);
    },
  },
  AuditEvent: {
    at: ({ at }: AuditEvent): string => at.toISOString(),
  },
};
