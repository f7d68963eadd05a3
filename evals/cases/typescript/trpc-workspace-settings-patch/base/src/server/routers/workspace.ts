import { z } from 'zod';
import { router, workspaceAdminProcedure, workspaceProcedure } from '../trpc';

const SettingsPatch = z.object({
  name: z.string().trim().min(2).max(60).optional(),
  timezone: z.string().max(40).optional(),
});

export const workspaceRouter = router({
  current: workspaceProcedure.query(({ ctx }) =>
    ctx.db.workspace.findUniqueOrThrow({
      where: { id: ctx.workspaceId },
      select: { id: true, name: true, timezone: true, plan: true },
    }),
  ),

  updateSettings: workspaceAdminProcedure.input(SettingsPatch).mutation(async ({ ctx, input: patch }) => {
    const updated = await ctx.db.workspace.update({
      where: { id: ctx.workspaceId },
      data: patch,
    });
    await ctx.audit.record('workspace.settings', { fields: Object.keys(patch) });
    return { id: updated.id, name: updated.name };
  }),
});
