const router = require('express').Router();
const registry = require('../services/registry');
const { requireLogin } = require('../middleware/auth');

router.post('/', requireLogin, async (req, res, next) => {
  try {
    const id = await registry.create(req.user.id, String(req.body.title).slice(0, 120));
    res.status(201).json({ id });
  } catch (err) {
    next(err);
  }
});

module.exports = router;
