const router = require('express').Router();
const settings = require('../services/settings-store');
const { requireOwner } = require('../middleware/auth');
const setPath = require('../lib/set-path');

router.use(requireOwner);

router.get('/', async (req, res, next) => {
  try {
    res.json(await settings.load(req.shop.id));
  } catch (err) {
    next(err);
  }
});

router.put('/opening-hours', async (req, res, next) => {
  try {
    const current = await settings.load(req.shop.id);
    current.openingHours = String(req.body.value).slice(0, 200);
    await settings.save(req.shop.id, current);
    res.sendStatus(204);
  } catch (err) {
    next(err);
  }
});

// { "name": "checkout.guest.enabled", "value": true }
router.patch('/', async (req, res, next) => {
  try {
    const { name, value } = req.body;
    if (typeof name !== 'string' || name.length > 120) {
      return res.status(400).json({ message: 'name is missing' });
    }
    const current = await settings.load(req.shop.id);
    setPath(current, name, value);
    await settings.save(req.shop.id, current);
    res.json(current);
  } catch (err) {
    next(err);
  }
});

module.exports = router;
