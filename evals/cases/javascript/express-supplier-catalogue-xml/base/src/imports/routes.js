const express = require('express');
const multer = require('multer');
const { requireSupplier } = require('../auth');
const items = require('../stores/items');
const { readCatalogue, CatalogueError } = require('./supplier-catalogue');

const upload = multer({ storage: multer.memoryStorage(), limits: { fileSize: 5 * 1024 * 1024, files: 1 } });

const router = express.Router();

router.post('/catalogue', requireSupplier, upload.single('catalogue'), async (req, res, next) => {
  try {
    const read = readCatalogue(req.file);
    await items.replaceAll(req.supplier.id, read);
    res.json({ imported: read.length });
  } catch (err) {
    if (err instanceof CatalogueError) return res.status(422).json({ error: err.message });
    next(err);
  }
});

module.exports = router;
