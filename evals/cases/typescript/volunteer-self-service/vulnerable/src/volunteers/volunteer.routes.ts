import { Router, type NextFunction, type Request, type Response } from 'express';
import { signedInVolunteer } from '../auth';
import type { VolunteerService } from './volunteer.service';

export function volunteerRoutes(service: VolunteerService): Router {
  const router = Router();
  router.use(signedInVolunteer);

  router.get('/me', async (req: Request, res: Response, next: NextFunction) => {
    try {
      res.json(await service.get(req.volunteerId));
    } catch (err) {
      next(err);
    }
  });

  router.patch('/me', async (req: Request, res: Response, next: NextFunction) => {
    try {
      res.json(await service.change(req.volunteerId, req.body));
    } catch (err) {
      next(err);
    }
  });

  return router;
}
