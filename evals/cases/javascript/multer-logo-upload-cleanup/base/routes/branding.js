const path = require('path');
const crypto = require('crypto');
const express = require('express');
const multer = require('multer');
const { requireOwner } = require('../middleware/roles');
const companies = require('../models/companies');

const PUBLIC_LOGOS = path.join(__dirname, '..', 'public', 'logos');
const TYPES = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/webp': '.webp' };

const storage = multer.diskStorage({
  destination: PUBLIC_LOGOS,
  filename: (req, file, cb) => cb(null, `${crypto.randomUUID()}.img`),
});

const upload = multer({
  storage,
  limits: { fileSize: 2 * 1024 * 1024, files: 1 },
  fileFilter: (req, file, cb) => cb(null, Object.hasOwn(TYPES, file.mimetype)),
});

const router = express.Router();

router.post('/companies/:id/logo', requireOwner, upload.single('logo'), async (req, res, next) => {
  try {
    if (!req.file) return res.status(415).json({ error: 'png, jpeg or webp, please' });
    await companies.setLogo(req.company.id, `/logos/${req.file.filename}`);
    res.json({ logo: `/logos/${req.file.filename}` });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
