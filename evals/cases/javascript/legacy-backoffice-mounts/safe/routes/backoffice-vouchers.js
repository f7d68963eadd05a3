var router = require('express').Router();
var Voucher = require('../models/voucher');

router.post('/', function (req, res, next) {
  Voucher.create(Number(req.body.percent), req.session.userId, function (err) {
    if (err) return next(err);
    res.redirect('/backoffice/vouchers');
  });
});

module.exports = router;
