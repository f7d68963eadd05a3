'use strict';

const path = require('path');
const fs = require('fs');
const express = require('express');

const ASSET_ROOT = path.resolve(__dirname, '../../brand-assets');
const CHANNELS = { shop: 'web', pos: 'point-of-sale', print: 'print' };

const router = express.Router();

/** Public: logos, fonts and colour sheets for our franchise partners. */
router.get('/', (req, res, next) => {
  fs.readdir(ASSET_ROOT, { withFileTypes: true }, (err, entries) => {
    if (err) return next(err);
    res.json(entries.filter((e) => e.isFile()).map((e) => e.name));
  });
});

router.get('/:channel/file', (req, res, next) => {
  const folder = Object.prototype.hasOwnProperty.call(CHANNELS, req.params.channel) && CHANNELS[req.params.channel];
  if (!folder) {
    return res.status(404).json({ message: 'No such channel' });
  }
  const file = String(req.query.name);
  res.sendFile(file, { maxAge: '1h', root: path.join(ASSET_ROOT, folder) }, (err) => {
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
