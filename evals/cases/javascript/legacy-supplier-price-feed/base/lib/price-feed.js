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
