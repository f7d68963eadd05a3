'use strict';

const fs = require('fs');
const path = require('path');
const { Router } = require('express');
const { listener } = require('../auth');

const ROOT = path.resolve(process.env.ARCHIVE_DIR || 'archive');

function parseRange(header, size) {
  const match = /^bytes=(\d+)-(\d*)$/.exec(header || '');
  if (!match) return { start: 0, end: size - 1, partial: false };
  const start = Number(match[1]);
  const end = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  return { start, end, partial: true };
}

const router = Router();

// /archive/2019/morning-show/0412.mp3
router.get('/archive/*', listener, (req, res, next) => {
  const name = req.params[0];
  if (path.extname(name) !== '.mp3') {
    return res.status(404).end();
  }

  const file = path.join(ROOT, name);
  fs.stat(file, (err, stat) => {
    if (err || !stat.isFile()) return res.status(404).end();

    const { start, end, partial } = parseRange(req.get('range'), stat.size);
    if (start > end) return res.status(416).end();

    res.status(partial ? 206 : 200).set({
      'Content-Type': 'audio/mpeg',
      'Accept-Ranges': 'bytes',
      'Content-Length': end - start + 1,
    });
    if (partial) res.set('Content-Range', `bytes ${start}-${end}/${stat.size}`);
    fs.createReadStream(file, { start, end }).on('error', next).pipe(res);
  });
});

module.exports = router;
