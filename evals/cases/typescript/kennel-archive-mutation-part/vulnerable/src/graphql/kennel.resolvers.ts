import { GraphQLError } from 'graphql';
import { signedIn, type Context } from './context';

async function keptKennel(ctx: Context, id: string) {
  const keeper = signedIn(ctx);
  const kennel = await ctx.kennels.byId(id);
  if (!kennel || kennel.keeperId !== keeper.id) {
    throw new GraphQLError('No such kennel', { extensions: { code: 'NOT_FOUND' } });
  }
  return kennel;
}

export const kennelResolvers = {
  Query: {
    myKennels: (_: unknown, __: unknown, ctx: Context) => ctx.kennels.ofKeeper(signedIn(ctx).id),
  },

  Mutation: {
    addKennel: (_: unknown, args: { name: string; places: number }, ctx: Context) =>
      ctx.kennels.create({ keeperId: signedIn(ctx).id, name: args.name, places: args.places }),

    setPlaces: async (_: unknown, args: { id: string; places: number }, ctx: Context) => {
      const kennel = await keptKennel(ctx, args.id);
      return ctx.kennels.update(kennel.id, { places: args.places });
    },

    renameKennel: async (_: unknown, args: { id: string; name: string }, ctx: Context) => {
      const kennel = await keptKennel(ctx, args.id);
      return ctx.kennels.update(kennel.id, { name: args.name.trim() });
    },

    archiveKennel: async (_: unknown, args: { id: string }, ctx: Context) => {
      const keeper = signedIn(ctx);
      return ctx.kennels.update(args.id, { archivedAt: new Date(), archivedBy: keeper.id });
    },
  },
};
