const express = require('express');
const { requireRole } = require('../auth');
const { writePassages } = require('./passages');

const router = express.Router();

router.get('/passages.csv', requireRole('accounting'), (req, res, next) => {
  const { from, to } = req.query;
  if (typeof from !== 'string' || typeof to !== 'string') {
    return res.status(400).json({ error: 'from and to are needed' });
  }
  res.type('text/csv').attachment('passages.csv');
  return writePassages({ from, to }, res).catch((err) => {
    req.log.error({ err }, 'passages export failed');
    if (res.headersSent) {
      res.destroy();
    } else {
      next(err);
    }
  });
});

module.exports = router;
