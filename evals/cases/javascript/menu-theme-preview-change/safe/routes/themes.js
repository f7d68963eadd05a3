const express = require('express');
const fs = require('fs/promises');
const path = require('path');

const ensureManager = require('../middleware/ensureManager');

const THEME_DIR = path.join(__dirname, '..', 'themes');

const router = express.Router();
router.use(ensureManager);

// names for the drop-down of the menu editor
router.get('/', async (req, res, next) => {
  try {
    const entries = await fs.readdir(THEME_DIR, { withFileTypes: true });
    res.json(entries.filter((e) => e.isDirectory()).map((e) => e.name));
  } catch (err) {
    next(err);
  }
});

// the iframe of the editor loads its look from here
router.get('/preview', (req, res, next) => {
  const { theme = 'plain' } = req.query;
  if (typeof theme !== 'string') {
    res.sendStatus(400);
    return;
  }
  res.set('Cache-Control', 'no-store');
  res.sendFile(`${theme}/menu.css`, { root: THEME_DIR }, (err) => {
    if (!err || res.headersSent) return;
    if (err.status === 404 || err.status === 403) res.sendStatus(404);
    else next(err);
  });
});

module.exports = router;
