const express = require('express');
const { body, validationResult } = require('express-validator');
const items = require('../models/items');
const { requireStaff } = require('../middleware/staff');

const router = express.Router();
router.use(requireStaff);

// Notices live in the depot's record: the next colleague at the desk sees them, too.
const notify = (depotId, notice) => items.setNotice(depotId, { kind: 'info', ...notice });

const checks = [
  body('label').isString().trim().isLength({ min: 2, max: 120 }),
  body('line').isInt({ min: 1, max: 99 }).toInt(),
];

router.get('/', async (req, res) => {
  const { depotId } = req.user;
  res.render('items/index', {
    items: await items.open(depotId),
    notice: await items.notice(depotId),
    csrfToken: req.csrfToken(),
  });
});

router.post('/', checks, async (req, res) => {
  const errors = validationResult(req);
  if (!errors.isEmpty()) {
    return res.status(422).render('items/new', { errors: errors.array(), csrfToken: req.csrfToken() });
  }

  await items.add({ depotId: req.user.depotId, label: req.body.label, line: req.body.line });
  await notify(req.user.depotId, {
    text: `${req.body.label} was reported as found.`,
  });
  res.redirect('/items');
});

module.exports = router;
