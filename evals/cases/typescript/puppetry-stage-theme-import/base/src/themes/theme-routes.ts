import express, { Router } from 'express';
import { requireAdmin } from '../http/guards';
import type { ThemeStore } from './theme-store';

export function themeRoutes(store: ThemeStore): Router {
  const router = Router();
  router.use(requireAdmin);

  router.get('/', async (_req, res) => {
    res.json(await store.all());
  });

  router.post('/:id/activate', express.json(), async (req, res, next) => {
    try {
      await store.activate(Number(req.params.id));
      res.sendStatus(204);
    } catch (err) {
      next(err);
    }
  });

  return router;
}
