import express from 'express';
import escapeHtml from 'escape-html';
import { catalogue } from '../catalogue.js';

export const searchPages = express.Router();

const LIMIT = 24;

const money = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

searchPages.get('/api/search', async (req, res) => {
  const words = String(req.query.q ?? '').slice(0, 200);
  const hits = await catalogue.search(words, { limit: LIMIT });
  res.json(hits.map(({ sku, name, priceCents }) => ({ sku, name, price: money.format(priceCents / 100) })));
});

const card = ({ sku, name, priceCents }) => `
  <li><a href="/p/${encodeURIComponent(sku)}">${escapeHtml(name)}</a> ${money.format(priceCents / 100)}</li>`;

function page(words, hits) {
  const shown = escapeHtml(words);
  const summary = hits.length === 0
    ? `No products match <em>${shown}</em>.`
    : `${hits.length} products`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Search</title><link rel="stylesheet" href="/static/plain.css"></head>
<body>
  <form action="/search"><input name="q" value="${shown}"><button>Search</button></form>
  <p>${summary}</p>
  <ul>${hits.map(card).join('')}</ul>
</body>
</html>`;
}

searchPages.get('/search', async (req, res) => {
  const words = String(req.query.q ?? '').slice(0, 200);
  const hits = await catalogue.search(words, { limit: LIMIT });
  res.send(page(words, hits));
});
