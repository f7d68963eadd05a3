var express = require('express');
var _ = require('lodash');
var catalog = require('../lib/catalog');

var router = express.Router();
var COOKIE = 'kitchen_draft';
var FIELDS = ['model', 'front', 'worktop', 'width', 'handles'];

function readDraft(req) {
  var raw = req.cookies[COOKIE];
  if (!raw) return {};
  try {
    var text = Buffer.from(raw, 'base64').toString('utf8');
    return _.pick(JSON.parse(text), FIELDS);
  } catch (e) {
    return {};
  }
}

function writeDraft(res, draft) {
  var text = JSON.stringify(_.pick(draft, FIELDS));
  res.cookie(COOKIE, Buffer.from(text).toString('base64'), {
    maxAge: 30 * 24 * 3600 * 1000,
    httpOnly: true,
    secure: true,
    sameSite: 'lax'
  });
}

router.get('/kitchen', function (req, res, next) {
  catalog.models(function (err, models) {
    if (err) return next(err);
    res.render('configurator/kitchen', { models: models, draft: readDraft(req) });
  });
});

router.post('/kitchen/price', function (req, res, next) {
  catalog.price(String(req.body.model), Number(req.body.width), function (err, cents) {
    if (err) return next(err);
    writeDraft(res, req.body);
    res.json({ cents: cents });
  });
});

module.exports = router;
