'use strict';

const express = require('express');
const { requireClerk } = require('../auth');
const { renderLabel } = require('./render');
const { printLabel } = require('./print-label');

const router = express.Router();

router.post('/labels', requireClerk, express.json(), async (req, res, next) => {
  const { printer, title, size, lines } = req.body;
  if (![printer, title].every((s) => typeof s === 'string' && s) || !Array.isArray(lines)) {
    return res.status(400).json({ error: 'printer, title and lines are needed' });
  }
  try {
    const pdf = await renderLabel(lines.map(String), size);
    const answer = await printLabel(pdf, { printer, title, size });
    res.status(202).json({ answer });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
