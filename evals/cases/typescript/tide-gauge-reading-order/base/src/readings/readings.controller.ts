import { Router, type Request, type Response, type NextFunction } from 'express';
import { requireSession } from '../auth/session';
import type { ReadingsRepository } from './readings.repository';

const DAY = 24 * 60 * 60 * 1000;

export function readingsRouter(readings: ReadingsRepository): Router {
  const router = Router();
  router.use(requireSession);

  router.get('/stations/:stationId/readings', async (req: Request, res: Response, next: NextFunction) => {
    try {
      const days = Math.min(Number(req.query.days) || 2, 60);
      const rows = await readings.list({
        stationId: req.params.stationId,
        since: new Date(Date.now() - days * DAY),
        limit: 2000,
      });
      res.json({ stationId: req.params.stationId, rows });
    } catch (err) {
      next(err);
    }
  });

  return router;
}
