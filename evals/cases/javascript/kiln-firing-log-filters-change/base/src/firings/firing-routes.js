import { Router } from 'express';
import { signedIn } from '../auth/signed-in.js';

export function firingRoutes(firings) {
  const router = Router();
  router.use(signedIn);

  router.get('/', async (req, res, next) => {
    try {
      const { kiln } = req.query;
      res.json(await firings.search(req.member.studioId, { kiln: kiln && String(kiln) }));
    } catch (err) {
      next(err);
    }
  });

  return router;
}
