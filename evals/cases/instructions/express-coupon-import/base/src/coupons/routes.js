'use strict';

const { Router } = require('express');
const multer = require('multer');

const { requireShopOwner } = require('../auth');
const { csrf } = require('../csrf');
const coupons = require('./import');

const upload = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: 1024 * 1024, files: 1 },
});

const router = Router();

router.use(requireShopOwner, upload.single('sheet'), csrf);
router.post('/dry-run', coupons.dryRun);

module.exports = router;
