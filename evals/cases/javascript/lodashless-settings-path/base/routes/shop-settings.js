const router = require('express').Router();
const settings = require('../services/settings-store');
const { requireOwner } = require('../middleware/auth');

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

module.exports = router;
