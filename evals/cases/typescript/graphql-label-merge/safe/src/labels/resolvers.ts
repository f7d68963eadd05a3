import type { Context } from '../context';
import { notFound, requireRole } from '../auth/require-role';

interface CreateArgs {
  workspaceId: string;
  name: string;
  color: string;
}

interface MergeArgs {
  input: { workspaceId: string; sourceId: string; targetId: string };
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

    // moves every issue from source to target, then drops source
    mergeLabels: async (_: unknown, { input }: MergeArgs, ctx: Context) => {
      await requireRole(ctx, input.workspaceId, 'maintainer');
      const [source, target] = await Promise.all([
        ctx.labels.byId(input.sourceId),
        ctx.labels.byId(input.targetId),
      ]);
      if (source?.workspaceId !== input.workspaceId || target?.workspaceId !== input.workspaceId) {
        throw notFound('Label');
      }
      return ctx.labels.merge(source.id, target.id);
    },
  },
};
