'use strict';

const path = require('path');
const fs = require('fs');
const express = require('express');

const ASSET_ROOT = path.resolve(__dirname, '../../brand-assets');

const router = express.Router();

/** Public: logos, fonts and colour sheets for our franchise partners. */
router.get('/', (req, res, next) => {
  fs.readdir(ASSET_ROOT, { withFileTypes: true }, (err, entries) => {
    if (err) return next(err);
    res.json(entries.filter((e) => e.isFile()).map((e) => e.name));
  });
});

router.get('/file', (req, res, next) => {
  const file = path.resolve(ASSET_ROOT, String(req.query.name));
  if (!file.startsWith(ASSET_ROOT + path.sep)) {
    return res.status(404).json({ message: 'No such asset' });
  }
  res.sendFile(file, { maxAge: '1h' }, (err) => {
    if (err && !res.headersSent) next(err);
  });
});

router.use((err, req, res, next) => {
  if (err.code === 'ENOENT' || err.status === 404 || err.status === 403) {
    return res.status(404).json({ message: 'No such asset' });
  }
  next(err);
});

module.exports = router;
