const express = require('express');
const pool = require('../db/pool');
const { requireStaff } = require('../middleware/auth');

const router = express.Router();

const PAGE_SIZE = 50;
const STATUSES = new Set(['open', 'packed', 'shipped', 'returned']);

router.use(requireStaff);

function pageOf(query) {
  const page = Number.parseInt(query.page, 10);
  return Number.isInteger(page) && page > 0 ? page : 1;
}

router.get('/', async (req, res, next) => {
  try {
    const where = [];
    const params = [];

    if (STATUSES.has(req.query.status)) {
      where.push('o.status = ?');
      params.push(req.query.status);
    }
    if (req.query.customer) {
      where.push('c.name LIKE ?');
      params.push(`%${req.query.customer}%`);
    }

    const page = pageOf(req.query);
    params.push(PAGE_SIZE, (page - 1) * PAGE_SIZE);

    const sql = `
      SELECT o.id, o.status, o.total_cents, o.created_at, c.name AS customer
        FROM orders o
        JOIN customers c ON c.id = o.customer_id
       ${where.length ? `WHERE ${where.join(' AND ')}` : ''}
       ORDER BY o.created_at DESC
       LIMIT ? OFFSET ?`;

    const [rows] = await pool.query(sql, params);
    res.json({ page, orders: rows });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
