'use strict';

var request = require('request');
var _ = require('lodash');
var Supplier = require('../models/supplier');

var MAX_LINES = 20000;

function parseLine(line) {
  var cells = line.split(';');
  return { sku: _.trim(cells[0]), cents: Math.round(parseFloat(cells[1]) * 100) };
}

function parseFeed(body) {
  return _(body.split(/\r?\n/)).take(MAX_LINES).filter(Boolean).map(parseLine).value();
}

exports.parseFeed = parseFeed;

// feed files that arrive by mail
exports.importText = function (supplierId, text, cb) {
  Supplier.replacePrices(supplierId, parseFeed(text), cb);
};

/**
 * First lines of a feed, so that the supplier sees in the portal
 * whether we understand the format.
 */
exports.preview = function (supplier, feedUrl, cb) {
  var options = {
    url: feedUrl,
    timeout: 10000,
    headers: { 'User-Agent': 'portal-price-feed/2' }
  };
  request.get(options, function (err, response, body) {
    if (err) return cb(err);
    if (response.statusCode !== 200) {
      return cb(null, { ok: false, status: response.statusCode });
    }
    cb(null, { ok: true, lines: _.take(body.split('\n'), 10) });
  });
};
