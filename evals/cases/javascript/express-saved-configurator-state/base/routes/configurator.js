var express = require('express');
var catalog = require('../lib/catalog');

var router = express.Router();

router.get('/kitchen', function (req, res, next) {
  catalog.models(function (err, models) {
    if (err) return next(err);
    res.render('configurator/kitchen', { models: models, draft: {} });
  });
});

router.post('/kitchen/price', function (req, res, next) {
  catalog.price(String(req.body.model), Number(req.body.width), function (err, cents) {
    if (err) return next(err);
    res.json({ cents: cents });
  });
});

module.exports = router;
