import { Router } from 'express';
import { requireSteward } from '../auth';
import { hooks } from './store';
import { isHookUrl } from './public-url';

export const router = Router();

router.use(requireSteward);

router.post('/', async (req, res, next) => {
  try {
    const { url } = req.body ?? {};
    if (!isHookUrl(url)) return res.status(422).json({ error: 'https address needed' });
    res.status(201).json(await hooks.add(req.steward!.stationId, url));
  } catch (err) {
    next(err);
  }
});
