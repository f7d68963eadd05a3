import express, { Router } from 'express';
import { requireAdmin } from '../http/guards';
import { HttpError } from '../http/http-error';
import type { ThemeStore } from './theme-store';
import type { ThemeInstaller } from './theme-installer';

export function themeRoutes(store: ThemeStore, installer: ThemeInstaller): Router {
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

  const zip = express.raw({ type: 'application/zip', limit: '10mb' });
  router.post('/', zip, async (req, res, next) => {
    try {
      if (!Buffer.isBuffer(req.body)) throw new HttpError(415, 'Send a zip file');
      const { id } = await store.create({ uploadedBy: res.locals.user.id });
      res.status(201).json({ id, files: await installer.install(id, req.body) });
    } catch (err) {
      next(err);
    }
  });

  return router;
}
