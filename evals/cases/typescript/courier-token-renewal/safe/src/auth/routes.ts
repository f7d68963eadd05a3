import { Router } from 'express';
import type { TokenRenewal } from './renewal';

export function authRoutes(renewal: TokenRenewal): Router {
  const router = Router();

  router.post('/token/renew', async (req, res, next) => {
    const [, token] = /^Bearer (\S+)$/.exec(req.get('authorization') ?? '') ?? [];
    if (!token) {
      res.status(401).json({ error: 'token needed' });
      return;
    }
    try {
      const fresh = await renewal.renew(token);
      if (fresh) {
        res.json({ token: fresh });
      } else {
        res.status(401).json({ error: 'sign in again' });
      }
    } catch (err) {
      next(err);
    }
  });

  return router;
}
