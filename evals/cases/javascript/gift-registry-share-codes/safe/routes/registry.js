const router = require('express').Router();
const registry = require('../services/registry');
const { requireLogin } = require('../middleware/auth');
const { lookupLimiter } = require('../middleware/limits');

router.post('/', requireLogin, async (req, res, next) => {
  try {
    const id = await registry.create(req.user.id, String(req.body.title).slice(0, 120));
    res.status(201).json({ id });
  } catch (err) {
    next(err);
  }
});

router.post('/:id/share', requireLogin, async (req, res, next) => {
  try {
    const code = await registry.share(req.user.id, Number(req.params.id));
    if (!code) return res.sendStatus(404);
    res.json({ code });
  } catch (err) {
    next(err);
  }
});

router.get('/shared/:code', lookupLimiter, async (req, res, next) => {
  try {
    const found = await registry.openByCode(req.params.code);
    if (!found) return res.sendStatus(404);
    res.json(found);
  } catch (err) {
    next(err);
  }
});

module.exports = router;
