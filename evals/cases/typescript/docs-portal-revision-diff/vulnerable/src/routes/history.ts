import { Router } from 'express';
import type { HandbookRepo } from '../git/handbook-repo';
import { pageFile } from '../pages';

export function historyRoutes(repo: HandbookRepo): Router {
  const router = Router();

  router.get('/:slug/history', async (req, res, next) => {
    try {
      const page = await pageFile(req.params.slug);
      if (!page) return res.sendStatus(404);
      return res.json(await repo.revisions(page));
    } catch (err) {
      return next(err);
    }
  });

  router.get('/:slug/diff', async (req, res, next) => {
    const { from, to } = req.query as Record<string, string | undefined>;
    if (!from) return res.sendStatus(400);
    try {
      const page = await pageFile(req.params.slug);
      if (!page) return res.sendStatus(404);
      return res.type('text/plain').send(await repo.diff(page, from, to || undefined));
    } catch (err) {
      return next(err);
    }
  });

  return router;
}
