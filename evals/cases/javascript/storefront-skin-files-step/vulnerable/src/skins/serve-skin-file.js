'use strict';

const path = require('path');
const fs = require('fs');
const { skinOf } = require('./registry');

const SKINS = path.join(__dirname, '..', '..', 'skins');
const MAX_AGE = 24 * 60 * 60 * 1000;

// a child skin brings only the files in which it differs
function foldersOf(skin) {
  const folders = [path.join(SKINS, skin.folder, 'public')];
  if (skin.parent) {
    folders.push(path.join(SKINS, skin.parent.folder, 'public'));
  }
  return folders;
}

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

  for (const folder of foldersOf(skin)) {
    const candidate = path.join(folder, name);
    if (fs.existsSync(candidate)) {
      return res.sendFile(candidate, { maxAge: MAX_AGE, dotfiles: 'deny' }, (err) => {
        if (err && !res.headersSent) next(err);
      });
    }
  }
  next();
}

module.exports = { serveSkinFile };
