const express = require('express');
const knex = require('../db');
const { requireUser } = require('../auth');
const { usageReport } = require('../lib/usageReport');

const router = express.Router();

router.get('/reports/usage', requireUser, async (req, res, next) => {
  try {
    const rows = await usageReport(knex, req.user.workspaceId, req.query);
    res.json(rows);
  } catch (e) {
    next(e);
  }
});

module.exports = router;
