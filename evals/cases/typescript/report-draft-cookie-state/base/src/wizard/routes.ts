import { Router } from 'express';
import { requireAnalyst } from '../security';
import { START, WizardState } from './state';

export const wizard = Router();
wizard.use(requireAnalyst);

wizard.get('/', (_req, res) => {
  res.render('wizard', { state: START });
});

wizard.post('/', (req, res) => {
  const parsed = WizardState.safeParse(req.body);
  if (!parsed.success) return res.status(422).render('wizard', { state: START });
  res.render('wizard', { state: parsed.data });
});
