const express = require('express');
require('express-async-errors');

const { signedIn } = require('../middleware/signed_in');
const { csrf } = require('../middleware/csrf');
const ProfileController = require('../controllers/profile_controller');
const { Ride } = require('../models');

const router = express.Router();

// everything here is about the driver of the session
router.use(signedIn, csrf, express.json({ limit: '16kb' }));

router.get('/', ProfileController.show);
router.delete('/', ProfileController.closeAccount);
router.post('/reopen', ProfileController.reopenAccount);

// the app shows these next to the profile
router.get('/rides', async (req, res) => {
  const rides = await Ride.findAll({
    where: { driverId: req.session.driverId },
    order: [['departsAt', 'DESC']],
    attributes: ['id', 'from', 'to', 'departsAt', 'seats'],
    limit: 50,
  });
  // without the passengers, they have a page of their own
  res.json(rides.map(({ id, from, to, departsAt, seats }) => ({ id, from, to, departsAt, seats })));
});

module.exports = router;
