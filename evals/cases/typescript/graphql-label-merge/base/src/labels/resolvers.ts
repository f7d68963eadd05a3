import type { Context } from '../context';
import { notFound, requireRole } from '../auth/require-role';

interface CreateArgs {
  workspaceId: string;
  name: string;
  color: string;
}

export const labelResolvers = {
  Query: {
    labels: async (_: unknown, { workspaceId }: { workspaceId: string }, ctx: Context) => {
      await requireRole(ctx, workspaceId, 'viewer');
      return ctx.labels.inWorkspace(workspaceId);
    },
  },

  Mutation: {
    createLabel: async (_: unknown, { workspaceId, name, color }: CreateArgs, ctx: Context) => {
      await requireRole(ctx, workspaceId, 'editor');
      return ctx.labels.create({ workspaceId, name, color });
    },

    deleteLabel: async (_: unknown, { id }: { id: string }, ctx: Context) => {
      const label = await ctx.labels.byId(id);
      if (!label) throw notFound('Label');
      await requireRole(ctx, label.workspaceId, 'maintainer');
      await ctx.labels.remove(label.id);
      return true;
    },
  },
};
