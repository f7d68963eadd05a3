import express from 'express';
import { catalogue } from '../catalogue.js';

export const searchPages = express.Router();

const LIMIT = 24;

const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

searchPages.get('/api/search', async (req, res) => {
  const words = String(req.query.q ?? '').slice(0, 200);
  const hits = await catalogue.search(words, { limit: LIMIT });
  res.json(hits.map(({ sku, name, priceCents }) => ({ sku, name, price: money.format(priceCents / 100) })));
});
