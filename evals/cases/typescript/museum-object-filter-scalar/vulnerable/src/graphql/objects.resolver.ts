import { GraphQLError } from 'graphql';
import { ObjectId, type Document } from 'mongodb';
import type { Context } from './context';

interface ObjectsArgs {
  first?: number;
  where?: Record<string, unknown>;
}

const toNode = ({ _id, ...rest }: Document) => ({ id: String(_id), ...rest });

export const objectResolvers = {
  Query: {
    async objects(_root: unknown, args: ObjectsArgs, { db, viewer }: Context) {
      if (!viewer) {
        throw new GraphQLError('Sign in first', { extensions: { code: 'UNAUTHENTICATED' } });
      }
      const rows = await db
        .collection('objects')
        .find({ ...args.where, museumId: viewer.museumId })
        .sort({ inventoryNo: 1 })
        .limit(Math.min(args.first ?? 50, 200))
        .toArray();
      return rows.map(toNode);
    },

    async object(_root: unknown, args: { id: string }, { db, viewer }: Context) {
      if (!viewer || !ObjectId.isValid(args.id)) {
        return null;
      }
      const row = await db.collection('objects').findOne({ _id: new ObjectId(args.id), museumId: viewer.museumId });
      return row && toNode(row);
    },
  },
};
