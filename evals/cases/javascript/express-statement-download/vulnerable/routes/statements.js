'use strict';

var express = require('express');
var fs = require('fs');
var path = require('path');
var auth = require('../lib/auth');

var router = express.Router();
var STATEMENTS = path.resolve(process.env.STATEMENT_DIR || './var/statements');

router.use(auth.customer);

function folderOf(customer) {
  return path.join(STATEMENTS, String(customer.number));
}

router.get('/', function (req, res, next) {
  fs.readdir(folderOf(req.customer), function (err, names) {
    if (err && err.code === 'ENOENT') return res.json([]);
    if (err) return next(err);
    var pdfs = names.filter(function (name) {
      return path.extname(name) === '.pdf';
    });
    res.json(pdfs.sort().reverse());
  });
});

router.get('/download', function (req, res, next) {
  var name = req.query.name;
  if (typeof name !== 'string' || path.extname(name) !== '.pdf') {
    return res.status(400).json({ error: 'A PDF name is required' });
  }
  res.set('Content-Disposition', 'attachment; filename="statement.pdf"');
  res.sendFile(path.join(folderOf(req.customer), name), function (err) {
    if (err) next(err);
  });
});

module.exports = router;
