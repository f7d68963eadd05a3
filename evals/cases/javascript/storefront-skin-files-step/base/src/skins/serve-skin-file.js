'use strict';

const path = require('path');
const fs = require('fs');
const { skinOf } = require('./registry');

const SKINS = path.join(__dirname, '..', '..', 'skins');
const MAX_AGE = 24 * 60 * 60 * 1000;

/**
 * app.use('/skin-files', serveSkinFile)
 */
function serveSkinFile(req, res, next) {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    return next();
  }
  const skin = skinOf(req.shop);
  if (!skin) {
    return next();
  }

  let name;
  try {
    name = decodeURIComponent(req.path).replace(/^\/+/, '');
  } catch (err) {
    return res.sendStatus(400);
  }

  const root = path.join(SKINS, skin.folder, 'public');
  res.sendFile(name, { root, maxAge: MAX_AGE, dotfiles: 'deny' }, (err) => {
    if (err && !res.headersSent) {
      next(err.status === 404 ? undefined : err);
    }
  });
}

module.exports = { serveSkinFile };
