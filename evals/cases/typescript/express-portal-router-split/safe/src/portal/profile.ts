import { Router } from 'express';
import { accounts } from '../stores/accounts';

export const profile = Router();

profile.get('/', async (req, res) => {
  res.render('profile', { account: await accounts.find(req.session.accountId) });
});

profile.post('/', async (req, res) => {
  await accounts.rename(req.session.accountId, String(req.body.name ?? '').slice(0, 80));
  res.redirect('/portal/profile');
});
