import { Router, type Request, type Response } from 'express';
import createError from 'http-errors';
import { wrap } from '../http/wrap';
import { requireCustomer } from '../http/session';
import type { BoxService } from './service';

export function boxRouter(boxes: BoxService): Router {
  const router = Router();

  const own = async (req: Request) => {
    const box = await boxes.findOwned(req.params.id, req.customer!.id);
    if (!box) throw createError(404, 'No such box');
    return box;
  };

  const pause = async (req: Request, res: Response) => {
    const box = await own(req);
    await boxes.pause(box, { weeks: 2 });
    req.flash('notice', 'Your box is paused for two weeks.');
    res.redirect(303, '/boxes');
  };

  router.use(requireCustomer);

  router.get('/', wrap(async (req, res) => {
    res.render('boxes/index', { boxes: await boxes.listOwned(req.customer!.id) });
  }));

  // linked from the reminder mail
  router.get('/:id/pause', wrap(async (req, res) => {
    res.render('boxes/pause', { box: await own(req), csrfToken: req.csrfToken() });
  }));

  router.post('/:id/pause', wrap(pause));

  router.post('/:id/resume', wrap(async (req, res) => {
    await boxes.resume(await own(req));
    res.redirect(303, '/boxes');
  }));

  return router;
}
