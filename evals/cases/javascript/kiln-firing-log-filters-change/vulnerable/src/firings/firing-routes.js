import { Router } from 'express';
import { signedIn } from '../auth/signed-in.js';

export function firingRoutes(firings) {
  const router = Router();
  router.use(signedIn);

  router.get('/', async (req, res, next) => {
    try {
      res.json(await firings.search(req.member.studioId, req.query));
    } catch (err) {
      next(err);
    }
  });

  return router;
}
