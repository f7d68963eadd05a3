var router = require('express').Router();
var Price = require('../models/price');
var Voucher = require('../models/voucher');

router.post('/prices/:sku', function (req, res, next) {
  Price.set(req.params.sku, Number(req.body.cents), req.session.userId, function (err) {
    if (err) return next(err);
    res.redirect('/backoffice/prices');
  });
});

router.post('/vouchers', function (req, res, next) {
  Voucher.create(Number(req.body.percent), req.session.userId, function (err) {
    if (err) return next(err);
    res.redirect('/backoffice/vouchers');
  });
});

module.exports = router;
