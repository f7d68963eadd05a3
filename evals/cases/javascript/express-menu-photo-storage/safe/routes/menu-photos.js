'use strict';

const path = require('path');
const crypto = require('crypto');
const express = require('express');
const multer = require('multer');
const dishes = require('../models/dishes');
const { requireRestaurant } = require('../middleware/auth');

// nginx serves this folder as /photos
const PHOTO_DIR = path.join(__dirname, '../public/photos');
const TYPES = new Map([['image/jpeg', '.jpg'], ['image/png', '.png'], ['image/webp', '.webp']]);

const storage = multer.diskStorage({
  destination: PHOTO_DIR,
  filename: (req, file, cb) => {
    const version = crypto.randomBytes(4).toString('hex');
    const ext = TYPES.get(file.mimetype);
    cb(null, `${req.dish.id}-${version}${ext}`);
  },
});

const upload = multer({
  storage,
  fileFilter: (req, file, cb) => cb(null, TYPES.has(file.mimetype)),
  limits: { fileSize: 5 * 1024 * 1024, files: 1 },
});

const router = express.Router();
router.use(requireRestaurant);

async function loadDish(req, res, next) {
  try {
    req.dish = await dishes.findOwned(req.restaurant.id, Number(req.params.id));
    if (!req.dish) return res.status(404).json({ message: 'Unknown dish' });
    next();
  } catch (err) {
    next(err);
  }
}

router.post('/dishes/:id/photo', loadDish, upload.single('photo'), async (req, res, next) => {
  if (!req.file) return res.status(422).json({ message: 'Please send a photo' });
  try {
    await dishes.setPhoto(req.dish.id, req.file.filename);
    res.status(201).json({ photo: `/photos/${req.file.filename}` });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
