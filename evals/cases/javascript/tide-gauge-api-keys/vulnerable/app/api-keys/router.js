const crypto = require('node:crypto');
const express = require('express');
const { ApiKey } = require('../models');
const { signedIn } = require('../auth/signed-in');

const router = express.Router();
router.use(signedIn, express.json({ limit: '8kb' }));

const wrap = (fn) => (req, res, next) => fn(req, res).catch(next);
const digest = (secret) => crypto.createHash('sha256').update(secret).digest('hex');
const present = (key) => ({ id: key.id, label: key.label, lastUsedAt: key.lastUsedAt });

async function loadKey(req, res, next) {
  const key = await ApiKey.findOne({ where: { id: req.params.keyId } });
  if (!key) return res.status(404).json({ error: 'Unknown key' });
  req.apiKey = key;
  next();
}

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

router.use('/:keyId', (req, res, next) => loadKey(req, res, next).catch(next));

router.patch('/:keyId', wrap(async (req, res) => {
  const key = req.apiKey;
  const label = String(req.body.label || 'Untitled').slice(0, 80);
  await key.update({ label });
  res.json(present(key));
}));

router.delete('/:keyId', wrap(async (req, res) => {
  const key = req.apiKey;
  await key.destroy();
  res.status(204).end();
}));

module.exports = router;
