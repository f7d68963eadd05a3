const express = require('express');
const { stringify } = require('csv-stringify');
const { requireLogin, requireRole } = require('../middleware/auth');
const customers = require('../../stores/customers');

const router = express.Router();
router.use(requireLogin);
router.use(express.json({ limit: '50kb' }));

const wrap = (handler) => (req, res, next) => handler(req, res, next).catch(next);

router.get('/customers', requireRole('support', 'finance'), wrap(async (req, res) => {
  const found = await customers.search(String(req.query.q || ''), { limit: 50 });
  res.json(found.map(({ id, name, city }) => ({ id, name, city })));
}));

router.get('/customers/export.csv', wrap(async (_req, res) => {
  res.type('text/csv');
  res.attachment('customers.csv');
  const rows = await customers.all(['id', 'name', 'email', 'iban', 'balance_cents']);
  stringify(rows, { header: true, escape_formulas: true }).pipe(res);
}));

router.get('/customers/:id', requireRole('support', 'finance'), wrap(async (req, res) => {
  const customer = await customers.byId(req.params.id);
  if (!customer) return res.sendStatus(404);
  res.json(customer);
}));

router.post('/customers/:id/block', requireRole('finance'), wrap(async (req, res) => {
  await customers.block(req.params.id, { by: req.user.id, reason: String(req.body.reason || '') });
  res.sendStatus(204);
}));

module.exports = router;
