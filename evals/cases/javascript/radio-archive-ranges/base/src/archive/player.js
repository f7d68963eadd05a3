'use strict';

const path = require('path');
const { Router } = require('express');
const { listener } = require('../auth');

const ROOT = path.resolve(process.env.ARCHIVE_DIR || 'archive');

const router = Router();

// /archive/2019/morning-show/0412.mp3
router.get('/archive/*', listener, (req, res, next) => {
  const name = req.params[0];
  if (path.extname(name) !== '.mp3') {
    return res.status(404).end();
  }

  res.sendFile(name, { root: ROOT, acceptRanges: false }, (err) => err && next(err));
});

module.exports = router;
