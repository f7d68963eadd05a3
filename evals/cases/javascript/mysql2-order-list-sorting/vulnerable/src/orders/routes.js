'use strict';

const { Router } = require('express');
const { requireStaff } = require('../middleware/auth');

module.exports = function orderRoutes({ orders }) {
  const router = Router();
  router.use(requireStaff);

  router.get('/', async (req, res, next) => {
    try {
      const { status, customer, sort, dir } = req.query;
      const page = Math.max(1, Number.parseInt(req.query.page, 10) || 1);
      const rows = await orders.list({ status, customerId: customer }, page, { sort, dir });
      res.json({ page, rows });
    } catch (err) {
      next(err);
    }
  });

  router.get('/:id(\\d+)', async (req, res, next) => {
    try {
      const order = await orders.findById(req.params.id);
      if (!order) return res.sendStatus(404);
      res.json(order);
    } catch (err) {
      next(err);
    }
  });

  return router;
};
