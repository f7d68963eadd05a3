import express, { Router } from 'express';
import { csrfSynchronisedProtection } from './auth/csrf';
import { requireSession } from './auth/require-session';
import { accounts } from './stores/accounts';
import { cards } from './stores/cards';

export const portal = Router();

portal.use(requireSession);
portal.use(express.urlencoded({ extended: false, limit: '20kb' }));
portal.use(csrfSynchronisedProtection);

portal.get('/profile', async (req, res) => {
  res.render('profile', { account: await accounts.find(req.session.accountId) });
});

portal.post('/profile', async (req, res) => {
  await accounts.rename(req.session.accountId, String(req.body.name ?? '').slice(0, 80));
  res.redirect('/portal/profile');
});

portal.get('/payment-methods', async (req, res) => {
  res.render('payment-methods', { cards: await cards.of(req.session.accountId) });
});

portal.post('/payment-methods/:id/remove', async (req, res) => {
  await cards.remove(req.session.accountId, req.params.id);
  res.redirect('/portal/payment-methods');
});
