var router = require('express').Router();
var feed = require('../lib/price-feed');
var auth = require('../middleware/supplier-auth');

router.use(auth);

router.post('/feed/text', function (req, res, next) {
  feed.importText(req.supplier.id, String(req.body.text), function (err) {
    if (err) return next(err);
    res.json({ ok: true });
  });
});

router.post('/feed/preview', function (req, res, next) {
  feed.preview(req.supplier, req.body.address, function (err, result) {
    if (err) return next(err);
    res.json(result);
  });
});

module.exports = router;
