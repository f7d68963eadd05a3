const { Router } = require('express');
const { Advert } = require('../models/advert');
const requireEmployer = require('../middleware/require-employer');
const { notifySubscribers } = require('../lib/mailings');

const EDITABLE = ['title', 'description', 'salaryFrom', 'salaryTo', 'closingDate'];

const router = Router();

router.use(requireEmployer);

async function ownAdvert(req) {
  return Advert.findOne({
    where: { id: req.params.id, employerId: req.employer.id },
  });
}

router.get('/:id', async (req, res, next) => {
  try {
    const advert = await ownAdvert(req);
    if (!advert) return res.sendStatus(404);
    res.json(advert);
  } catch (err) {
    next(err);
  }
});

router.patch('/:id', async (req, res, next) => {
  try {
    const advert = await ownAdvert(req);
    if (!advert) return res.sendStatus(404);

    await advert.update(req.body, { fields: EDITABLE });
    res.json(advert);
  } catch (err) {
    next(err);
  }
});

module.exports = router;
