import express, { Router } from 'express';
import sanitizeHtml from 'sanitize-html';
import { requireCustomer } from '../auth/require-customer';
import { campaigns } from './store';
import { preview } from './renderer';

export const campaignRoutes = Router();
campaignRoutes.use(requireCustomer, express.json({ limit: '200kb' }));

const text = (value: unknown, max: number): string => (typeof value === 'string' ? value.slice(0, max) : '');

campaignRoutes.put('/campaigns/:id', async (req, res) => {
  const changed = await campaigns.update(req.customer.id, req.params.id, {
    subject: text(req.body.subject, 200),
    body: sanitizeHtml(text(req.body.body, 100_000)),
  });
  res.sendStatus(changed ? 204 : 404);
});

campaignRoutes.get('/campaigns/:id/preview', async (req, res) => {
  const campaign = await campaigns.find(req.customer.id, req.params.id);
  if (!campaign) {
    res.sendStatus(404);
    return;
  }
  const { subject, html } = preview(campaign);
  res.json({ subject, html });
});
