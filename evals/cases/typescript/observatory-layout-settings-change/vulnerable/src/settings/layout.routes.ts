import { Router } from 'express';
import { requireObserver } from '../auth/require-observer';
import { deepMerge, type Tree } from './deep-merge';
import { layouts } from './layout.store';

export const layoutRoutes = Router();
layoutRoutes.use(requireObserver);

layoutRoutes.get('/layout', async (_req, res, next) => {
  try {
    res.json(await layouts.of(res.locals.observer.id));
  } catch (err) {
    next(err);
  }
});

layoutRoutes.patch('/layout', async (req, res, next) => {
  try {
    const layout = await layouts.of(res.locals.observer.id);
    deepMerge(layout, req.body as Tree);
    await layouts.save(res.locals.observer.id, layout);
    res.json(layout);
  } catch (err) {
    if (err instanceof RangeError) {
      res.status(400).json({ error: err.message });
      return;
    }
    next(err);
  }
});
