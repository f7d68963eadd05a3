const express = require('express');
const Clinic = require('../models/clinic');
const { requireClinicManager } = require('../middleware/auth');
const { csrfProtection } = require('../middleware/csrf');

const router = express.Router();
router.use(requireClinicManager);

router.get('/', async (req, res, next) => {
  try {
    const clinic = await Clinic.findById(req.user.clinicId);
    res.render('clinic/settings', { clinic, csrfToken: req.csrfToken() });
  } catch (err) {
    next(err);
  }
});

router.post('/', csrfProtection, async (req, res, next) => {
  try {
    const changes = { phone: String(req.body.phone || '').slice(0, 40) };
    changes.reminderText = String(req.body.reminderText || '').slice(0, 4000);
    await Clinic.update(req.user.clinicId, changes);
    res.redirect('/clinic/settings');
  } catch (err) {
    next(err);
  }
});

module.exports = router;
