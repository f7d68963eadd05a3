import { Router } from 'express';
import { requireAnalyst } from '../security';
import { START, WizardState } from './state';
import { restoreState, saveState } from './stateCookie';

export const wizard = Router();
wizard.use(requireAnalyst);

wizard.get('/', (req, res) => {
  res.render('wizard', { state: restoreState(req) });
});

wizard.post('/', (req, res) => {
  const parsed = WizardState.safeParse(req.body);
  if (!parsed.success) return res.status(422).render('wizard', { state: START });
  saveState(res, parsed.data);
  res.render('wizard', { state: parsed.data });
});
