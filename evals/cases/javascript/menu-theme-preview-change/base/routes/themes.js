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

module.exports = router;
