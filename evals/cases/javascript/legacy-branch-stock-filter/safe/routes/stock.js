var router = require('express').Router();
var Stock = require('../models/stock');
var auth = require('../middleware/auth');

router.get('/stock', auth.branchUser, function (req, res, next) {
  Stock.list(req.user.branchId, req.query, function (err, items) {
    if (err) return next(err);
    res.render('stock/list', { items: items, query: req.query });
  });
});

router.get('/stock/count', auth.branchUser, function (req, res, next) {
  Stock.count(req.user.branchId, function (err, n) {
    if (err) return next(err);
    res.json({ count: n });
  });
});

module.exports = router;
