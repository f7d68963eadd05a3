import { Router } from 'express';
import { cards } from '../stores/cards';

export const paymentMethods = Router();

paymentMethods.get('/', async (req, res) => {
  res.render('payment-methods', { cards: await cards.of(req.session.accountId) });
});

paymentMethods.post('/:id/remove', async (req, res) => {
  await cards.remove(req.session.accountId, req.params.id);
  res.redirect('/portal/payment-methods');
});
