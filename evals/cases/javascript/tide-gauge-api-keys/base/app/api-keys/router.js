const crypto = require('node:crypto');
const express = require('express');
const { ApiKey } = require('../models');
const { signedIn } = require('../auth/signed-in');

const router = express.Router();
router.use(signedIn, express.json({ limit: '8kb' }));

const wrap = (fn) => (req, res, next) => fn(req, res).catch(next);
const digest = (secret) => crypto.createHash('sha256').update(secret).digest('hex');
const present = (key) => ({ id: key.id, label: key.label, lastUsedAt: key.lastUsedAt });

router.get('/', wrap(async (req, res) => {
  const keys = await ApiKey.findAll({ where: { userId: req.user.id }, order: [['id', 'ASC']] });
  res.json(keys.map(present));
}));

router.post('/', wrap(async (req, res) => {
  const secret = crypto.randomBytes(32).toString('base64url');
  const key = await ApiKey.create({
    userId: req.user.id,
    label: String(req.body.label || 'Untitled').slice(0, 80),
    digest: digest(secret),
  });
  // the only time the secret is ever shown
  res.status(201).json({ ...present(key), secret });
}));

module.exports = router;
