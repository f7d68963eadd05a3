import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { verifyLinkPassword } from '../crypto/linkPassword';
import { publicProcedure, router } from '../trpc';
import { limitByIp } from '../middleware/limitByIp';

const openInput = z.object({
  slug: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  password: z.string().max(200).optional(),
});

export const publicNoteRouter = router({
  /** Tells the page whether it has to ask for a password. */
  describe: publicProcedure
    .use(limitByIp({ points: 60, duration: 60 }))
    .input(openInput.pick({ slug: true }))
    .query(async ({ ctx, input }) => {
      const link = await ctx.db.noteLink.findUnique({ where: { slug: input.slug } });
      return { exists: link !== null, locked: Boolean(link?.passwordHash) };
    }),

  open: publicProcedure
    .use(limitByIp({ points: 20, duration: 60 }))
    .input(openInput)
    .mutation(async ({ ctx, input }) => {
      const link = await ctx.db.noteLink.findUnique({
        where: { slug: input.slug },
        include: { note: { select: { title: true, markdown: true } } },
      });
      if (!link || (link.expiresAt && link.expiresAt < new Date())) {
        throw new TRPCError({ code: 'NOT_FOUND' });
      }
      if (link.passwordHash && !(await verifyLinkPassword(link.passwordHash, input.password ?? ''))) {
        throw new TRPCError({ code: 'FORBIDDEN' });
      }

      await ctx.db.noteLink.update({ where: { id: link.id }, data: { views: { increment: 1 } } });
      return { title: link.note.title, markdown: link.note.markdown, views: link.views + 1 };
    }),
});
