import { Router } from 'express';
import { requireTenant } from '../auth/require-tenant.js';

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

  return router;
}
