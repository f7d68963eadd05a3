const path = require('path');
const crypto = require('crypto');
const express = require('express');
const multer = require('multer');
const { requireOwner } = require('../middleware/roles');
const companies = require('../models/companies');

const PUBLIC_LOGOS = path.join(__dirname, '..', 'public', 'logos');

const storage = multer.diskStorage({
  destination: PUBLIC_LOGOS,
  filename: (req, file, cb) => cb(null, crypto.randomUUID() + path.extname(file.originalname).toLowerCase()),
});

const upload = multer({
  storage,
  limits: { fileSize: 2 * 1024 * 1024, files: 1 },
});

const router = express.Router();

router.post('/companies/:id/logo', requireOwner, upload.single('logo'), async (req, res, next) => {
  try {
    if (!req.file) return res.status(400).json({ error: 'no file' });
    await companies.setLogo(req.company.id, `/logos/${req.file.filename}`);
    res.json({ logo: `/logos/${req.file.filename}` });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
