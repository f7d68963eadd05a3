import { Router } from 'express';
import { requireTenant } from '../auth/require-tenant.js';

function toFilter(body) {
  const { limit, ...filter } = body;
  return { filter, limit: Math.min(Number.parseInt(limit, 10) || 50, 200) };
}

export function fleetController(repository) {
  const router = Router();
  router.use(requireTenant);

  router.get('/devices/:deviceId', async (req, res, next) => {
    try {
      const device = await repository.byId(req.tenant.id, req.params.deviceId);
      if (!device) return res.status(404).json({ message: 'unknown device' });
      res.json(device);
    } catch (err) {
      next(err);
    }
  });

  router.get('/summary', async (req, res, next) => {
    try {
      res.json({ online: await repository.countOnline(req.tenant.id) });
    } catch (err) {
      next(err);
    }
  });

  // a search is a POST because the filters grew too long for the address bar
  router.post('/devices/search', async (req, res, next) => {
    try {
      const { filter, limit } = toFilter(req.body ?? {});
      res.json(await repository.search(req.tenant.id, filter, limit));
    } catch (err) {
      next(err);
    }
  });

  return router;
}
