var router = require('express').Router();
var Price = require('../models/price');

router.get('/', function (req, res, next) {
  Price.all(function (err, prices) {
    if (err) return next(err);
    res.render('backoffice/prices', { prices: prices, csrfToken: req.csrfToken() });
  });
});

router.post('/:sku', function (req, res, next) {
  Price.set(req.params.sku, Number(req.body.cents), req.session.userId, function (err) {
    if (err) return next(err);
    res.redirect('/backoffice/prices');
  });
});

module.exports = router;
