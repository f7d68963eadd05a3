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

module.exports = router;
